import { Hono } from "hono";
import { html } from "hono/html";
import swaggerStyle from "swagger-ui-dist/swagger-ui.css?url";
import swaggerScript from "swagger-ui-dist/swagger-ui-bundle.js?url";
import docsStyle from "./docs.css?url";
import { openApiDocument } from "./openapi";
import { referencePage } from "./reference-page";
import referenceStyle from "./reference-page.css?url";

// The omitted parts are not needed and not accessible: a wrong heading level, an unlabelled select,
// links within buttons.
const START = `SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: false,
  persistAuthorization: false,
  plugins: [{ components: { InfoContainer: () => null, ServersContainer: () => null } }],
});
`;

/**
 * `/docs`: Swagger UI. `/redoc`: the document as a static page without scripts. Both are served under
 * the content security policy of all pages, with no resource from elsewhere.
 */
export function documentationRoutes(publicUrl: string): Hono {
  let page: string | undefined;
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
      <p>Sign in on this site or enter a token to try the API. <a href="/redoc">Reference page</a></p>
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
      page ??= String(await referencePage(openApiDocument(publicUrl), referenceStyle));
      return c.html(page);
    });
}
