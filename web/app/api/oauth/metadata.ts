import { Hono } from "hono";
import { cors } from "hono/cors";
import { issuerAddress, mcpAddress } from "#app/accounts/apps/addresses";
import { DEFAULT_SCOPES, REFRESH_SCOPE, scopes } from "#app/accounts/apps/scopes";
import type { Config } from "#app/platform/environment";

const CLIENT_AUTHENTICATION = ["none", "client_secret_basic", "client_secret_post"];

/**
 * The documents that a client of the MCP server begins with: who issues its tokens (RFC 9728), and how
 * (RFC 8414). Where clients look for the second, there are several habits.
 */
export function oauthMetadataRoutes(config: Config): Hono {
  const issuer = issuerAddress(config);
  const resource = {
    resource: mcpAddress(config),
    authorization_servers: [issuer],
    bearer_methods_supported: ["header"],
    scopes_supported: DEFAULT_SCOPES,
    resource_name: "Karlo",
    resource_documentation: `${config.PUBLIC_URL}/docs`,
  };
  const server = {
    issuer,
    authorization_endpoint: `${issuer}/oauth2/authorize`,
    token_endpoint: `${issuer}/oauth2/token`,
    registration_endpoint: `${issuer}/oauth2/register`,
    revocation_endpoint: `${issuer}/oauth2/revoke`,
    scopes_supported: [...scopes, REFRESH_SCOPE],
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: ["authorization_code", "refresh_token"],
    token_endpoint_auth_methods_supported: CLIENT_AUTHENTICATION,
    revocation_endpoint_auth_methods_supported: CLIENT_AUTHENTICATION,
    code_challenge_methods_supported: ["S256"],
    authorization_response_iss_parameter_supported: true,
    client_id_metadata_document_supported: true,
    ui_locales_supported: ["en", "ur"],
  };
  const routes = new Hono();
  const serve = (path: string, document: object) =>
    routes.get(path, cors(), (c) => {
      c.header("cache-control", "public, max-age=300");
      return c.json(document);
    });
  for (const path of ["", "/mcp"]) serve(`/.well-known/oauth-protected-resource${path}`, resource);
  for (const path of [
    "/.well-known/oauth-authorization-server",
    "/.well-known/oauth-authorization-server/api/auth",
    "/api/auth/.well-known/oauth-authorization-server",
  ])
    serve(path, server);
  return routes;
}
