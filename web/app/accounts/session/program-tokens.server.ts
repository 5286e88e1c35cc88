import { createHash, randomBytes } from "node:crypto";
import { decodeJwt } from "jose";
import { recordSecurityEvent } from "#app/accounts/security/security-events.server";
import { AppError } from "#app/platform/errors";
import type { Accounts } from "./auth.server";
import { deviceName } from "./device-name";

const REFRESH_LIFETIME_MS = 30 * 86_400_000;

/** An access token, its expiry, and the refresh token for the next pair. */
export interface ProgramTokens {
  token: string;
  expires_at: string;
  refresh_token: string;
}

interface Session {
  id: string;
  userId: string;
}

/**
 * Issues an access and a refresh token for a session, and extends the session to the refresh token's
 * lifetime.
 *
 * @throws AppError `unauthorized` (401) when the session ended in the meantime
 */
export async function issueTokens(
  { auth, db }: Accounts,
  { id: sessionId, userId }: Session,
): Promise<ProgramTokens> {
  const refresh = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + REFRESH_LIFETIME_MS);
  await db.$transaction(async (tx) => {
    // The update locks the session row, so the session cannot end before its token is stored.
    const where = { id: sessionId, userId };
    const { count } = await tx.session.updateMany({ where, data: { expiresAt } });
    if (count === 0) throw new AppError("unauthorized", 401);
    await tx.refreshToken.create({ data: { hash: digest(refresh), userId, sessionId, expiresAt } });
  });
  const iat = Math.floor(Date.now() / 1_000);
  const { token } = await auth.api.signJWT({
    body: { payload: { sub: userId, sid: sessionId, iat } },
  });
  const { exp = 0 } = decodeJwt(token);
  return {
    token,
    expires_at: new Date(exp * 1_000).toISOString(),
    refresh_token: refresh,
  };
}

/**
 * Exchanges a refresh token for a new pair; each is valid once. Reuse means that it was stolen, so the
 * session ends with all its tokens.
 *
 * @throws AppError `unauthorized` (401)
 */
export async function refreshTokens(accounts: Accounts, refresh: string): Promise<ProgramTokens> {
  const { db } = accounts;
  const hash = digest(refresh);
  const { count } = await db.refreshToken.updateMany({
    where: { hash, usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  });
  const stored = await db.refreshToken.findUnique({ where: { hash }, include: { session: true } });
  if (stored && count === 1) return issueTokens(accounts, stored.session);
  if (stored?.usedAt) {
    const { userId, sessionId: id } = stored;
    await db.session.deleteMany({ where: { id, userId } });
    const origin = { device: deviceName(stored.session.userAgent), address: null };
    await recordSecurityEvent(db, { userId, type: "token_reused", ...origin });
  }
  throw new AppError("unauthorized", 401);
}

const digest = (token: string): string => createHash("sha256").update(token).digest("base64url");
