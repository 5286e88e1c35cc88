import { createHash, randomBytes } from "node:crypto";
import { decodeJwt } from "jose";
import { AppError } from "#app/platform/errors";
import type { Accounts } from "./auth.server";

const REFRESH_LIFE_MS = 30 * 86_400_000;

/** What a program gets: a token to use and one to get the next pair with. */
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
 * Makes a pair of tokens for a session, and lets the session live as long as they may.
 *
 * @throws AppError `unauthorized` (401) when the session has just ended
 */
export async function issueTokens(
  { auth, db }: Accounts,
  { id: sessionId, userId }: Session,
): Promise<ProgramTokens> {
  const refresh = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + REFRESH_LIFE_MS);
  await db.$transaction(async (tx) => {
    // The session is locked: it cannot end between its tokens.
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
 * A new pair for a refresh token, which is used up by it. One that comes a second time was stolen,
 * from its owner or by them: the session ends, and every token of it.
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
  const kept = await db.refreshToken.findUnique({ where: { hash }, include: { session: true } });
  if (kept && count === 1) return issueTokens(accounts, kept.session);
  if (kept?.usedAt) {
    await db.session.deleteMany({ where: { id: kept.sessionId, userId: kept.userId } });
  }
  throw new AppError("unauthorized", 401);
}

const digest = (token: string): string => createHash("sha256").update(token).digest("base64url");
