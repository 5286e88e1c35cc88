import type { Config } from "#app/platform/environment";

type PublicUrl = Pick<Config, "PUBLIC_URL">;

/** The address of the MCP server, which is what tokens of apps are for (RFC 8707). */
export const mcpAddress = ({ PUBLIC_URL }: PublicUrl): string => `${PUBLIC_URL}/mcp`;

/** Who issues the tokens of apps (RFC 8414). */
export const issuerAddress = ({ PUBLIC_URL }: PublicUrl): string => `${PUBLIC_URL}/api/auth`;

/**
 * The same address of an app, with the issuer that the metadata names (RFC 9207): on plain HTTP the
 * provider names another, of HTTPS, and the app would take the answer for that of somebody else.
 */
export function withIssuer(location: string, config: PublicUrl): string {
  const url = URL.canParse(location) ? new URL(location) : null;
  const issuer = issuerAddress(config);
  if (url?.searchParams.get("iss") !== issuer.replace(/^http:/, "https:")) return location;
  url.searchParams.set("iss", issuer);
  return url.href;
}

/** Where the MCP server says who issues its tokens (RFC 9728). */
export const resourceMetadataAddress = ({ PUBLIC_URL }: PublicUrl): string =>
  `${PUBLIC_URL}/.well-known/oauth-protected-resource/mcp`;
