import { type Context, Hono } from "hono";
import { issuerAddress, withIssuer } from "#app/accounts/apps/addresses";
import { clientMetadata } from "#app/accounts/apps/client-metadata";
import { registerClient } from "#app/accounts/apps/register-client.server";
import { handleAuth } from "#app/api/better-auth";
import type { AppContext } from "#app/app-context";
import { CLIENT_ADDRESS_HEADER } from "#app/platform/client-address";
import { AppError, isAppError } from "#app/platform/errors";
import { parseJson } from "#app/platform/parse-json";
import { readFormData } from "#app/platform/read-form";
import { authorizationQuery } from "./authorization-query";
import { oauthMetadataRoutes } from "./metadata";

/**
 * The OAuth endpoints for apps (RFC 6749, 7009, 7591). Those of the provider that are not listed here do
 * not exist: consent is given on the page, and nobody manages clients over HTTP.
 */
export function oauthRoutes(app: AppContext): Hono {
  const routes = new Hono();
  routes.route("/", oauthMetadataRoutes(app.config));
  routes.get("/api/auth/oauth2/authorize", (c) =>
    authorize(app, c.req.raw, new URL(c.req.url).searchParams),
  );
  routes.post("/api/auth/oauth2/authorize", async (c) => {
    const form = await readFormData(c.req.raw);
    const fields = [...form].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : [],
    );
    return authorize(app, c.req.raw, new URLSearchParams(fields));
  });
  routes.post("/api/auth/oauth2/token", (c) => withoutCookies(app, c));
  routes.post("/api/auth/oauth2/revoke", (c) => withoutCookies(app, c));
  routes.post("/api/auth/oauth2/register", (c) => register(app, c));
  for (const path of ["/api/auth/oauth2/*", "/api/auth/admin/oauth2/*"])
    routes.all(path, () => {
      throw new AppError("not_found", 404);
    });
  return routes;
}

/** Paths that pages of any origin may call: none of them looks at a cookie. */
export const isOpenOAuthPath = (path: string): boolean =>
  /^\/api\/auth\/oauth2\/(token|revoke|register)$/.test(path);

async function authorize(app: AppContext, request: Request, sent: URLSearchParams) {
  const url = new URL(`${issuerAddress(app.config)}/oauth2/authorize`);
  url.search = authorizationQuery(sent, app.config).toString();
  const headers = new Headers(request.headers);
  headers.delete("content-type");
  headers.delete("content-length");
  const response = await handleAuth(app, new Request(url, { headers }));
  const location = response.headers.get("location");
  // What cannot go back to the app, since it may not be the one it says it is, is shown here.
  const failure = location?.startsWith(`${app.config.PUBLIC_URL}/sign-in?error=`);
  if (failure && location) {
    const reason = new URL(location).searchParams.get("error") ?? "";
    response.headers.set("location", `/oauth/consent?${new URLSearchParams({ error: reason })}`);
  } else if (location) response.headers.set("location", withIssuer(location, app.config));
  return response;
}

/** Calls an endpoint that authenticates the client itself; the person is not asked. */
async function withoutCookies(app: AppContext, { req }: Context): Promise<Response> {
  const headers = new Headers(req.raw.headers);
  for (const name of ["cookie", "origin", "sec-fetch-site", "sec-fetch-mode"]) headers.delete(name);
  const body = await req.text();
  const url = `${issuerAddress(app.config)}${new URL(req.url).pathname.replace("/api/auth", "")}`;
  return handleAuth(app, new Request(url, { method: "POST", headers, body }));
}

/** Registers a client; errors have the form of RFC 7591. */
async function register(app: AppContext, c: Context): Promise<Response> {
  try {
    const parsed = clientMetadata.safeParse(parseJson(await c.req.text()));
    const issue = parsed.error?.issues[0];
    if (!parsed.success) {
      const field = issue?.path[0] ?? "the metadata";
      const error = field === "redirect_uris" ? "invalid_redirect_uri" : "invalid_client_metadata";
      const description = `${issue?.path.join(".") || "the metadata"}: ${issue?.message}`;
      return c.json({ error, error_description: description }, 400);
    }
    const address = c.req.header(CLIENT_ADDRESS_HEADER) ?? "unknown";
    const client = await registerClient(app, parsed.data, address);
    const { redirect_uris, token_endpoint_auth_method, client_uri } = parsed.data;
    return c.json(
      {
        client_id: client.clientId,
        client_id_issued_at: Math.floor(client.issuedAt.getTime() / 1_000),
        ...(client.secret && { client_secret: client.secret, client_secret_expires_at: 0 }),
        client_name: client.name,
        ...(client_uri && { client_uri }),
        redirect_uris,
        token_endpoint_auth_method,
        grant_types: ["authorization_code", "refresh_token"],
        response_types: ["code"],
      },
      201,
    );
  } catch (error) {
    if (!isAppError(error) || error.status >= 500) throw error;
    if (error.status !== 429)
      return c.json({ error: "invalid_client_metadata", error_description: "no valid JSON" }, 400);
    c.header("retry-after", String(error.values.retryAfter ?? 60));
    const description = "too many registrations; try again later";
    return c.json({ error: "temporarily_unavailable", error_description: description }, 429);
  }
}
