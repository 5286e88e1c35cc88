import { isAPIError } from "better-auth/api";
import { endAllAccess } from "#app/accounts/apps/end-access.server";
import { allSecrets } from "#app/accounts/session/auth-secrets";
import {
  DEVICE_COOKIE,
  deviceCookieOptions,
  knownDevice,
  newDeviceCookie,
} from "#app/accounts/session/device-cookie.server";
import { endStalePushes } from "#app/accounts/session/end-stale-pushes.server";
import type { SecurityMailKind } from "#app/i18n/mails/security-mails";
import type { Db } from "#app/platform/database/database";
import { releaseAttempt, resetAttempts } from "#app/platform/limits";
import { CHANGES } from "./account-changes";
import { rememberConfirmedPassword } from "./confirmed-password.server";
import { type HookContext, type RequestState, stateOf } from "./request-state.server";
import type { SecurityDeps } from "./security-deps";
import type { SecurityEventType, SignInMethod } from "./security-event";
import {
  isKnownOrigin,
  type Origin,
  originOf,
  recordSecurityEvent,
} from "./security-events.server";
import { sendSecurityMail } from "./security-mails.server";

/** An account that was created this recently is new. */
const NEW_MS = 10_000;

const SIGN_INS: Record<string, SignInMethod> = {
  "/sign-in/email": "password",
  "/two-factor/verify-totp": "app",
  "/two-factor/verify-backup-code": "recovery_code",
  "/passkey/verify-authentication": "passkey",
  "/callback/:id": "google",
};

/** Endpoints after which only browsers that are signed in get pushes. */
const ENDS_PUSHES = new Set(["/change-password", "/revoke-sessions", "/revoke-other-sessions"]);

/** Settles the attempt of a request of Better Auth, and records what it did. */
export async function afterRequest(deps: SecurityDeps, ctx: HookContext): Promise<void> {
  const path = ctx.path ?? "";
  const state = stateOf(ctx);
  const failure = isAPIError(ctx.context.returned) ? ctx.context.returned : null;
  if (failure && failure.statusCode >= 400) return afterFailure(deps, ctx, state, failure);
  if (state) await releaseAttempt(deps.db, state.limits);
  if (path === "/verify-password") return rememberConfirmedPassword(ctx);

  const userId = state?.userId ?? null;
  if (path === "/two-factor/verify-totp" && state && !state.secondStep) {
    // With a session, the first right code turns the second factor on; later ones change nothing.
    if (userId && ctx.context.newSession) await change(deps, ctx, userId, "second_factor_on");
    return;
  }
  const method = SIGN_INS[path];
  if (method || path === "/sign-up/email") {
    const session = ctx.context.newSession;
    if (session && (!state || state.secondStep)) await signedIn(deps, ctx, session.user, method);
    return;
  }
  const done = CHANGES[path];
  if (done && userId) await change(deps, ctx, userId, done.type, done.mail);
}

async function change(
  deps: SecurityDeps,
  ctx: HookContext,
  userId: string,
  type: SecurityEventType,
  mail: SecurityMailKind | undefined = type === "second_factor_on" ? "secondFactorOn" : undefined,
): Promise<void> {
  const origin = originOf(ctx.headers);
  if (ENDS_PUSHES.has(ctx.path ?? "")) await endStalePushes(deps.db, userId);
  if (ctx.path === "/change-password" && ctx.body?.revokeOtherSessions)
    await endAllAccess(deps.db, userId);
  await recordSecurityEvent(deps.db, { userId, type, ...origin });
  if (mail) await sendSecurityMail(deps, userId, mail, origin);
}

async function signedIn(
  deps: SecurityDeps,
  ctx: HookContext,
  user: { id: string; email: string; createdAt: Date | string },
  method: SignInMethod | undefined,
): Promise<void> {
  const { db, config } = deps;
  const origin = originOf(ctx.headers);
  const device = knownDevice(allSecrets(config), ctx.getCookie(DEVICE_COOKIE), user.email);
  const isNewAccount =
    method === undefined ||
    (method === "google" && Date.now() - new Date(user.createdAt).getTime() < NEW_MS);
  const known = isNewAccount || device !== null || (await isKnownOrigin(db, user.id, origin));
  const cookie = newDeviceCookie(config.BETTER_AUTH_SECRET, user.email);
  ctx.setCookie(DEVICE_COOKIE, cookie, deviceCookieOptions(config.PUBLIC_URL));
  await recordSecurityEvent(db, {
    userId: user.id,
    type: isNewAccount ? "signed_up" : "signed_in",
    ...origin,
    ...(method && { details: { method } }),
  });
  if (!known) await sendSecurityMail(deps, user.id, "newDevice", origin);
}

async function afterFailure(
  { db, log }: SecurityDeps,
  ctx: HookContext,
  state: RequestState | null,
  { body }: { body?: { code?: string } },
): Promise<void> {
  // A code that was refused may be the right one in half a minute.
  if (state?.claim) await resetAttempts(db, state.claim.key);
  const origin = originOf(ctx.headers);
  if (state?.secondStep && state.userId) {
    const type = "second_factor_failed";
    await recordSecurityEvent(db, { userId: state.userId, type, ...origin });
  }
  if (ctx.path !== "/sign-in/email" || body?.code !== "INVALID_EMAIL_OR_PASSWORD") return;
  const { email } = ctx.body as { email: string };
  const recorded = recordFailedSignIn(db, email, origin);
  // Not awaited, so that the time of the response does not tell whether there is an account.
  recorded.catch((error) => log.error({ err: error }, "a security event was not recorded"));
}

async function recordFailedSignIn(db: Db, email: string, origin: Origin): Promise<void> {
  const user = await db.user.findUnique({ where: { email: email.toLowerCase() } });
  if (user) await recordSecurityEvent(db, { userId: user.id, type: "sign_in_failed", ...origin });
}
