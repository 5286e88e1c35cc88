/** What an app or a token may do for its person. */
export const scopes = ["tasks:read", "tasks:write", "chat"] as const;

/** One thing that an app or a token may do. */
export type Scope = (typeof scopes)[number];

/** What an app gets that names no scope: what the tools of the MCP server need. */
export const DEFAULT_SCOPES: Scope[] = ["tasks:read", "tasks:write"];

/** Asks for a refresh token. It says nothing to a person. */
export const REFRESH_SCOPE = "offline_access";

/** The known scopes among those granted. */
export const knownScopes = (granted: readonly string[]): Scope[] =>
  scopes.filter((scope) => granted.includes(scope));

/**
 * Whether what was granted allows something. Who may change tasks sees them anyway.
 *
 * @param granted null for the person's own session, which allows everything
 */
export function allows(granted: readonly Scope[] | null, needed: Scope): boolean {
  if (granted === null || granted.includes(needed)) return true;
  return needed === "tasks:read" && granted.includes("tasks:write");
}
