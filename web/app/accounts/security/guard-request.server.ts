import { createHash } from "node:crypto";
import { APIError, getSessionFromCtx } from "better-auth/api";
import { passwordLimits } from "#app/accounts/session/attempt-limits.server";
import { CLIENT_ADDRESS_HEADER } from "#app/platform/client-address";
import { isAppError } from "#app/platform/errors";
import { type Limit, takeAttempt } from "#app/platform/limits";
import { CHANGES } from "./account-changes";
import { confirmedPassword } from "./confirmed-password.server";
import { isKnownPassword } from "./known-passwords.server";
import { type HookContext, keepState } from "./request-state.server";
import { appCode, hashRecoveryCode } from "./second-factor/recovery-codes";
import type { SecurityDeps } from "./security-deps";

/** Failed codes of an account in an hour. */
const CODE_FAILURES = 10;
const HOUR = 3_600;
/** A code is valid for its 30 seconds and those before and after. */
const CODE_SECONDS = 120;

/** Where a new password is set, with its member of the body. */
const NEW_PASSWORDS: Record<string, string> = {
  "/sign-up/email": "password",
  "/change-password": "newPassword",
  "/reset-password": "newPassword",
};
const APP_CODE = "/two-factor/verify-totp";
const RECOVERY_CODE = "/two-factor/verify-backup-code";
/** Where a signed-in person gives the password. */
const PASSWORD_PATHS = new Set([
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/generate-backup-codes",
  "/two-factor/get-totp-uri",
]);
/** Where something is added that signs in from then on. */
const PASSKEY_PATHS = new Set([
  "/passkey/generate-register-options",
  "/passkey/verify-registration",
]);
/** Where a passkey gets its name. */
const NAME_PATHS = new Set(["/passkey/verify-registration", "/passkey/update-passkey"]);
const NAME_MAX = 60;
const PASSKEYS_MAX = 20;

/** Applies the rules of account security before an endpoint of Better Auth runs. */
export async function guardRequest(deps: SecurityDeps, ctx: HookContext) {
  const path = ctx.path ?? "";
  const body = (ctx.body ?? {}) as Record<string, unknown>;
  const newPassword = body[NEW_PASSWORDS[path] ?? ""];
  if (typeof newPassword === "string") {
    const own = [body.email, body.name].filter((value) => typeof value === "string");
    if (await isKnownPassword(newPassword, own)) {
      throw unprocessable("PASSWORD_KNOWN", "This password is among those that are tried first.");
    }
  }
  if (/^\/(two-factor|passkey)\//.test(path)) refuseBearer(ctx);
  if (path === APP_CODE || path === RECOVERY_CODE) return guardCode(deps, ctx, path, body.code);
  if (PASSWORD_PATHS.has(path)) {
    const userId = (await getSessionFromCtx(ctx))?.user.id ?? null;
    const limits = [
      ...passwordLimits(deps.config, userId ?? callerDigest(ctx)),
      addressLimit(deps, ctx),
    ];
    await take(deps, limits);
    keepState(ctx, { userId, secondStep: false, limits, claim: null });
  }
  if (PASSKEY_PATHS.has(path)) await guardPasskey(deps, ctx);
  if (NAME_PATHS.has(path) && typeof body.name === "string" && body.name.length > NAME_MAX)
    throw unprocessable("INVALID_NAME", `A name has at most ${NAME_MAX} characters.`);
  if (CHANGES[path] && !PASSWORD_PATHS.has(path)) {
    // Afterwards the session may be gone.
    const userId = (await getSessionFromCtx(ctx))?.user.id ?? null;
    keepState(ctx, { userId, secondStep: false, limits: [], claim: null });
  }
  return;
}

/** These hooks come before a bearer token becomes a session; programs have the API instead. */
function refuseBearer({ headers }: HookContext): void {
  if (headers?.has("authorization"))
    throw new APIError("FORBIDDEN", {
      code: "SESSION_COOKIE_NEEDED",
      message: "This is for sessions of browsers.",
    });
}

async function guardPasskey({ db }: SecurityDeps, ctx: HookContext): Promise<void> {
  await confirmedPassword(db, ctx);
  const userId = (await getSessionFromCtx(ctx))?.user.id;
  if (userId && (await db.passkey.count({ where: { userId } })) >= PASSKEYS_MAX)
    throw unprocessable("TOO_MANY_PASSKEYS", `An account has at most ${PASSKEYS_MAX} passkeys.`);
}

const unprocessable = (code: string, message: string) =>
  new APIError("UNPROCESSABLE_ENTITY", { code, message });

/** Limits the attempts on a code, lets each be used once, and never trusts a device instead. */
async function guardCode(deps: SecurityDeps, ctx: HookContext, path: string, typed: unknown) {
  const code = typeof typed === "string" ? typed.slice(0, 100) : "";
  const session = await getSessionFromCtx(ctx);
  const userId = session?.user.id ?? (await ticketUser(ctx));
  const stored = path === APP_CODE ? (appCode(code) ?? "") : hashRecoveryCode(code);
  const account = userId ?? callerDigest(ctx);
  const limits = [
    { key: `code:${account}`, max: CODE_FAILURES, seconds: HOUR },
    addressLimit(deps, ctx),
  ];
  await take(deps, limits);
  const claim: Limit = {
    key: `used-code:${digest(stored)}:${account}`,
    max: 1,
    seconds: CODE_SECONDS,
  };
  keepState(ctx, { userId, secondStep: session === null, limits, claim: null });
  try {
    await takeAttempt(deps.db, [claim]);
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw new APIError("UNAUTHORIZED", { code: "INVALID_CODE", message: "Invalid code" });
  }
  keepState(ctx, { userId, secondStep: session === null, limits, claim });
  return { context: { body: { code: stored, trustDevice: false, disableSession: false } } };
}

/** The user of the ticket that the password step of a sign-in gave out. */
async function ticketUser(ctx: HookContext): Promise<string | null> {
  const { name } = ctx.context.createAuthCookie("two_factor");
  const ticket = await ctx.getSignedCookie(name, ctx.context.secret);
  if (!ticket) return null;
  return (await ctx.context.internalAdapter.findVerificationValue(ticket))?.value ?? null;
}

const addressLimit = ({ config }: SecurityDeps, ctx: HookContext): Limit => ({
  key: `code-from:${ctx.headers?.get(CLIENT_ADDRESS_HEADER) ?? "unknown"}`,
  max: config.SIGN_IN_FAILURES_PER_ADDRESS,
  seconds: config.SIGN_IN_FAILURE_WINDOW,
});

/** Stands for a caller whose session is not known here, such as one with a bearer token. */
const callerDigest = ({ headers }: HookContext): string =>
  digest(headers?.get("authorization") ?? headers?.get("cookie") ?? "");

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");

async function take({ db }: SecurityDeps, limits: Limit[]): Promise<void> {
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
