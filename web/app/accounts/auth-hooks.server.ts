import { APIError, createAuthMiddleware } from "better-auth/api";
import { CLIENT_ADDRESS_HEADER } from "#app/platform/client-address";
import type { Db } from "#app/platform/database";
import type { Config } from "#app/platform/environment";
import { isAppError } from "#app/platform/errors";
import { giveBackAttempt, type Limit, takeAttempt } from "#app/platform/limits";
import { type Attempt, mailLimits, signInLimits, signUpLimits } from "./attempt-rules.server";
import { DEVICE_COOKIE, deviceCookieOptions, newDeviceCookie } from "./device-cookie.server";

type Rule = (config: Config, attempt: Attempt) => Limit[];

/** What is limited, by its path below `/api/auth`. */
const RULES: Record<string, Rule> = {
  "/sign-in/email": signInLimits,
  "/sign-up/email": signUpLimits,
  "/request-password-reset": mailLimits,
  "/send-verification-email": mailLimits,
};

export const LIMITED_PATHS = Object.keys(RULES);

/** An answer to who asks for a mail takes this long, whether the address is known or not. */
const MAIL_ANSWER_MS = 400;

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Our limits around Better Auth's endpoints, so that every way to them meets the same ones. */
export function createAuthHooks(db: Db, config: Config) {
  const begun = new WeakMap<object, number>();

  return {
    before: createAuthMiddleware(async (ctx) => {
      const rule = RULES[ctx.path];
      if (!rule) return;
      if (rule === mailLimits && ctx.headers) begun.set(ctx.headers, Date.now());
      try {
        await takeAttempt(db, rule(config, attemptOf(ctx)));
      } catch (error) {
        if (!isAppError(error)) throw error;
        const retryAfter = String(error.values.retryAfter);
        throw new APIError(
          "TOO_MANY_REQUESTS",
          { code: "TOO_MANY_ATTEMPTS", message: "Too many attempts. Try again later." },
          { "retry-after": retryAfter, "x-retry-after": retryAfter },
        );
      }
    }),

    after: createAuthMiddleware(async (ctx) => {
      const rule = RULES[ctx.path];
      if (rule === mailLimits) {
        const since = (ctx.headers && begun.get(ctx.headers)) ?? Date.now();
        await new Promise((resolve) => setTimeout(resolve, since + MAIL_ANSWER_MS - Date.now()));
      }
      const email = ctx.context.newSession?.user.email;
      if (!rule || !email) return;
      if (rule === signInLimits) await giveBackAttempt(db, rule(config, attemptOf(ctx)));
      const device = newDeviceCookie(config.BETTER_AUTH_SECRET, email);
      ctx.setCookie(DEVICE_COOKIE, device, deviceCookieOptions(config.PUBLIC_URL));
    }),
  };
}

function attemptOf(ctx: Context): Attempt {
  const email = (ctx.body as { email?: unknown } | undefined)?.email;
  return {
    address: ctx.headers?.get(CLIENT_ADDRESS_HEADER) ?? "unknown",
    email: typeof email === "string" ? email.slice(0, 320) : "",
    device: ctx.getCookie(DEVICE_COOKIE),
  };
}
