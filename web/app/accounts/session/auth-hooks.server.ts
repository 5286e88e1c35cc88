import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from "better-auth/api";
import { CLIENT_ADDRESS_HEADER } from "#app/platform/client-address";
import type { Db } from "#app/platform/database/database";
import type { Config } from "#app/platform/environment";
import { isAppError } from "#app/platform/errors";
import { type Limit, releaseAttempt, takeAttempt } from "#app/platform/limits";
import {
  type Attempt,
  mailLimits,
  passwordLimits,
  signInLimits,
  signUpLimits,
} from "./attempt-limits.server";
import { checkAuthInput } from "./auth-input.server";
import { DEVICE_COOKIE } from "./device-cookie.server";

type Rule = (config: Config, attempt: Attempt) => Limit[];

/** The limits of endpoints, by path below `/api/auth`. */
const RULES: Record<string, Rule> = {
  "/sign-in/email": signInLimits,
  "/sign-up/email": signUpLimits,
  "/request-password-reset": mailLimits,
  "/send-verification-email": mailLimits,
};

/** Endpoints that compare a password with that of the signed-in user. */
const PASSWORD_PATHS = new Set(["/verify-password", "/change-password"]);

/** Paths with limits of their own, excluded from Better Auth's rate limiter. */
export const LIMITED_PATHS = [...Object.keys(RULES), ...PASSWORD_PATHS];

/** Response time of endpoints that send mail, so that timing does not reveal known addresses. */
const MAIL_RESPONSE_MS = 400;

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Hooks that apply our bounds and limits around Better Auth's endpoints, however they are called. */
export function createAuthHooks(db: Db, config: Config) {
  const startedAt = new WeakMap<object, number>();

  async function take(limits: Limit[]): Promise<void> {
    try {
      await takeAttempt(db, limits);
    } catch (error) {
      if (!isAppError(error)) throw error;
      const retryAfter = String(error.values.retryAfter);
      throw new APIError(
        "TOO_MANY_REQUESTS",
        { code: "TOO_MANY_ATTEMPTS", message: "Too many attempts. Try again later." },
        { "retry-after": retryAfter, "x-retry-after": retryAfter },
      );
    }
  }

  /** The limits of an endpoint that compares the password of the signed-in user. */
  async function ownPasswordLimits(ctx: Context): Promise<Limit[]> {
    if (!PASSWORD_PATHS.has(ctx.path)) return [];
    const session = await getSessionFromCtx(ctx);
    return session ? passwordLimits(config, session.user.id) : [];
  }

  return {
    before: createAuthMiddleware(async (ctx) => {
      checkAuthInput(ctx.body, ctx.query, ctx.params);
      if (ctx.path === "/revoke-session") return withSessionToken(db, ctx);
      const rule = RULES[ctx.path];
      if (rule === mailLimits && ctx.headers) startedAt.set(ctx.headers, Date.now());
      await take(rule ? rule(config, attemptOf(ctx)) : await ownPasswordLimits(ctx));
    }),

    after: createAuthMiddleware(async (ctx) => {
      const rule = RULES[ctx.path];
      if (rule === mailLimits) {
        const start = (ctx.headers && startedAt.get(ctx.headers)) ?? Date.now();
        await new Promise((resolve) => setTimeout(resolve, start + MAIL_RESPONSE_MS - Date.now()));
      }
      if (PASSWORD_PATHS.has(ctx.path) && !isAPIError(ctx.context.returned))
        await releaseAttempt(db, await ownPasswordLimits(ctx));
      const email = ctx.context.newSession?.user.email;
      if (!rule || !email) return;
      if (rule === signInLimits) await releaseAttempt(db, rule(config, attemptOf(ctx)));
    }),
  };
}

/**
 * Lets a session be revoked by its id: the list of sessions has no tokens, since whoever has one is
 * signed in with it.
 */
async function withSessionToken(db: Db, ctx: Context) {
  const { token: id } = (ctx.body ?? {}) as { token?: unknown };
  const current = typeof id === "string" && (await getSessionFromCtx(ctx));
  if (!current) return;
  const named = await db.session.findFirst({
    where: { id: id as string, userId: current.user.id },
    select: { token: true },
  });
  if (named) return { context: { body: { ...(ctx.body as object), token: named.token } } };
}

function attemptOf(ctx: Context): Attempt {
  const email = (ctx.body as { email?: unknown } | undefined)?.email;
  return {
    address: ctx.headers?.get(CLIENT_ADDRESS_HEADER) ?? "unknown",
    email: typeof email === "string" ? email.slice(0, 320) : "",
    device: ctx.getCookie(DEVICE_COOKIE),
  };
}
