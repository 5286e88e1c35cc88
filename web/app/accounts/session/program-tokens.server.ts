import { createHash, createHmac, randomBytes } from "node:crypto";
import { decodeJwt } from "jose";
import { recordSecurityEvent } from "#app/accounts/security/security-events.server";
import { AppError } from "#app/platform/errors";
import type { Accounts } from "./auth.server";
import { deviceName } from "./device-name";

const REFRESH_LIFETIME_MS = 30 * 86_400_000;
/** How long a refresh token that was used gives the same answer again. */
const GRACE_MS = 10_000;

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
export function issueTokens(accounts: Accounts, session: Session): Promise<ProgramTokens> {
  return issuePair(accounts, session, randomBytes(32).toString("base64url"), new Date());
}

/**
 * Issues the pair with a refresh token that is given. The same token and moment give the same pair,
 * however often.
 */
async function issuePair(
  { auth, db }: Accounts,
  { id: sessionId, userId }: Session,
  refresh: string,
  at: Date,
): Promise<ProgramTokens> {
  const expiresAt = new Date(at.getTime() + REFRESH_LIFETIME_MS);
  await db.$transaction(async (tx) => {
    // The update locks the session row, so the session cannot end before its token is stored.
    const where = { id: sessionId, userId };
    const { count } = await tx.session.updateMany({ where, data: { expiresAt } });
    if (count === 0) throw new AppError("unauthorized", 401);
    const data = { hash: digest(refresh), userId, sessionId, expiresAt };
    await tx.refreshToken.createMany({ data, skipDuplicates: true });
  });
  const iat = Math.floor(at.getTime() / 1_000);
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
 * Exchanges a refresh token for a new pair. Sent again within {@link GRACE_MS}, as by a client whose
 * answer was lost or by two of its threads, it gives the same pair; later it means that it was stolen,
 * so the session ends with all its tokens.
 *
 * @throws AppError `unauthorized` (401)
 */
export async function refreshTokens(accounts: Accounts, refresh: string): Promise<ProgramTokens> {
  const { db, config } = accounts;
  const hash = digest(refresh);
  await db.refreshToken.updateMany({
    where: { hash, usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  });
  const stored = await db.refreshToken.findUnique({ where: { hash }, include: { session: true } });
  if (!stored?.usedAt) throw new AppError("unauthorized", 401);
  if (Date.now() - stored.usedAt.getTime() < GRACE_MS) {
    const next = successorOf(refresh, config.BETTER_AUTH_SECRET);
    return issuePair(accounts, stored.session, next, stored.usedAt);
  }
  const { userId, sessionId: id } = stored;
  await db.session.deleteMany({ where: { id, userId } });
  const origin = { device: deviceName(stored.session.userAgent), address: null };
  await recordSecurityEvent(db, { userId, type: "token_reused", ...origin });
  throw new AppError("unauthorized", 401);
}

/**
 * The refresh token that follows one: made from it, so that it can be given twice although only
 * hashes are stored.
 */
const successorOf = (refresh: string, secret: string): string =>
  createHmac("sha256", secret).update(`refresh:${refresh}`).digest("base64url");

const digest = (token: string): string => createHash("sha256").update(token).digest("base64url");
