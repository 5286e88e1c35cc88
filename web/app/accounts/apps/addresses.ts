import type { Config } from "#app/platform/environment";

type PublicUrl = Pick<Config, "PUBLIC_URL">;

/** The address of the MCP server, which is what tokens of apps are for (RFC 8707). */
export const mcpAddress = ({ PUBLIC_URL }: PublicUrl): string => `${PUBLIC_URL}/mcp`;

/** Who issues the tokens of apps (RFC 8414). */
export const issuerAddress = ({ PUBLIC_URL }: PublicUrl): string => `${PUBLIC_URL}/api/auth`;

/** Where the MCP server says who issues its tokens (RFC 9728). */
export const resourceMetadataAddress = ({ PUBLIC_URL }: PublicUrl): string =>
  `${PUBLIC_URL}/.well-known/oauth-protected-resource/mcp`;
