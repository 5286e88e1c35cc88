import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware, isAPIError } from "better-auth/api";
import { afterRequest } from "./after-request.server";
import { guardRequest } from "./guard-request.server";
import type { SecurityDeps } from "./security-deps";

/**
 * A plugin of Better Auth with the rules of account security around its endpoints, and the record of
 * what happened. It has to be the last one: its hooks see what the others decided.
 */
export function securityPlugin(deps: SecurityDeps) {
  const all = () => true;
  return {
    id: "karlo-security",
    hooks: {
      before: [{ matcher: all, handler: createAuthMiddleware((ctx) => guardRequest(deps, ctx)) }],
      after: [
        {
          matcher: all,
          handler: createAuthMiddleware(async (ctx) => {
            // A failure to record must not undo what has been done.
            await afterRequest(deps, ctx).catch((error) => {
              if (isAPIError(error)) throw error;
              deps.log.error({ err: error }, "a security event was not recorded");
            });
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
