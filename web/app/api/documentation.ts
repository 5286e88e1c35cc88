import { Hono } from "hono";
import { html } from "hono/html";
import swaggerStyle from "swagger-ui-dist/swagger-ui.css?url";
import swaggerScript from "swagger-ui-dist/swagger-ui-bundle.js?url";
import docsStyle from "./docs.css?url";
import { openApiDocument } from "./openapi";
import { readingPage } from "./reading-page";
import readingStyle from "./reading-page.css?url";

// Nothing of what is left out is needed here, and each has a fault for who does not see: the title
// begins at the wrong level, the choice of one server has no name, links stand within buttons.
const START = `SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: false,
  persistAuthorization: false,
  plugins: [{ components: { InfoContainer: () => null, ServersContainer: () => null } }],
});
`;

/**
 * `/docs`: Swagger UI, to try the API. `/redoc`: the same document to read, without a script. All
 * of it comes from this server, under the policy of every page.
 */
export function documentationRoutes(publicUrl: string): Hono {
  let reading: string | undefined;
  return new Hono()
    .get("/docs", (c) =>
      c.html(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Karlo API</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${swaggerStyle}">
    <link rel="stylesheet" href="${docsStyle}">
  </head>
  <body>
    <header>
      <h1>Karlo API</h1>
      <p>Sign in on this site, or give a token, and try it. <a href="/redoc">The same to read</a></p>
      <h2>Operations</h2>
    </header>
    <div id="swagger-ui"></div>
    <script src="${swaggerScript}"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>`),
    )
    .get("/docs/start.js", (c) => c.body(START, 200, { "content-type": "text/javascript" }))
    .get("/redoc", async (c) => {
      reading ??= String(await readingPage(openApiDocument(publicUrl), readingStyle));
      return c.html(reading);
    });
}
