import { createHmac } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { readPreferences } from "#app/accounts/preferences/device-preferences.server";
import {
  KEEP_NOTHING_HEADER,
  NOBODY,
  PASSING_HEADER,
  PERSON_HEADER,
} from "#app/offline/pages/headers";
import { currentScope } from "#app/platform/scope";

/**
 * Tells the service worker whose response it has and whether it may keep it, so that nothing of one
 * person is ever shown to another. The key says nothing to anybody else, as in the log.
 */
export function personHeader(secret: string): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const user = currentScope()?.user;
    c.res.headers.set(PERSON_HEADER, user ? keyOf(secret, user) : NOBODY);
    if (c.req.raw.headers.has("cookie") && (await readPreferences(c.req.raw)).keepsNothing)
      c.res.headers.set(KEEP_NOTHING_HEADER, "true");
    // A notice is taken out of its cookie by the response that shows it.
    if (c.res.headers.getSetCookie().some((line) => line.startsWith("karlo_notice=")))
      c.res.headers.set(PASSING_HEADER, "true");
  };
}

const keyOf = (secret: string, user: string): string =>
  createHmac("sha256", `kept ${secret}`).update(user).digest("base64url").slice(0, 22);
