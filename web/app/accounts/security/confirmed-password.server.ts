import { APIError, getSessionFromCtx } from "better-auth/api";
import type { Db } from "#app/platform/database/database";
import type { HookContext } from "./request-state.server";

/** How long a password that was just given stands for the person. */
const CONFIRMED_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

const identifier = (sessionId: string) => `password-confirmed-${sessionId}`;

/** Remembers that the person of a session has given the password. */
export async function rememberConfirmedPassword(ctx: HookContext): Promise<void> {
  const session = await getSessionFromCtx(ctx);
  if (!session) return;
  const { internalAdapter } = ctx.context;
  await internalAdapter.deleteVerificationByIdentifier(identifier(session.session.id));
  await internalAdapter.createVerificationValue({
    identifier: identifier(session.session.id),
    value: session.user.id,
    expiresAt: new Date(Date.now() + CONFIRMED_MS),
  });
}

/**
 * Requires that the person of a session has just given the password, or signed in within a day where
 * the account has none. Somebody at an open browser must not be able to add a way in.
 *
 * @throws APIError `PASSWORD_NEEDED` (403); nothing without a session, which the endpoint refuses
 */
export async function confirmedPassword(db: Db, ctx: HookContext): Promise<void> {
  const current = await getSessionFromCtx(ctx);
  if (!current) return;
  const { session, user } = current;
  const where = { userId: user.id, providerId: "credential" };
  if ((await db.account.count({ where })) === 0) {
    if (Date.now() - new Date(session.createdAt).getTime() < DAY_MS) return;
  } else {
    const found = await ctx.context.internalAdapter.findVerificationValue(identifier(session.id));
    if (found?.value === user.id && found.expiresAt > new Date()) return;
  }
  throw new APIError("FORBIDDEN", {
    code: "PASSWORD_NEEDED",
    message: "Give the password first.",
  });
}
