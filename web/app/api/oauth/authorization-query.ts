import { mcpAddress } from "#app/accounts/apps/addresses";
import { DEFAULT_SCOPES, REFRESH_SCOPE, scopes } from "#app/accounts/apps/scopes";
import type { Config } from "#app/platform/environment";

const KNOWN = new Set<string>([...scopes, REFRESH_SCOPE]);
/** Prompts that mean something here; the others are of OpenID Connect, which this is not. */
const PROMPTS = new Set(["none", "consent"]);

/**
 * An authorization request as the provider expects it, whatever habits its client has: for the MCP
 * server, which is all there is; for scopes that are known, with a refresh token; without parameters of
 * OpenID Connect. A request that has only unknown scopes stays as it is, and is refused.
 */
export function authorizationQuery(sent: URLSearchParams, config: Config): URLSearchParams {
  const query = new URLSearchParams(sent);
  const resource = mcpAddress(config);
  // A slash at the end says the same.
  const asked = query.getAll("resource").map((one) => one.replace(/\/$/, ""));
  query.delete("resource");
  for (const one of asked.length > 0 ? new Set(asked) : [resource]) query.append("resource", one);

  const wanted = (query.get("scope") ?? "").split(" ").filter(Boolean);
  const known = wanted.filter((scope) => KNOWN.has(scope));
  const named = known.some((scope) => scope !== REFRESH_SCOPE);
  if (wanted.length === 0 || (known.length > 0 && !named)) known.push(...DEFAULT_SCOPES);
  if (known.length > 0) query.set("scope", [...new Set([...known, REFRESH_SCOPE])].join(" "));

  const prompts = (query.get("prompt") ?? "").split(" ").filter((prompt) => PROMPTS.has(prompt));
  query.delete("prompt");
  if (prompts[0]) query.set("prompt", prompts[0]);
  query.delete("max_age");
  query.delete("claims");
  return query;
}
