import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Scope } from "#app/accounts/apps/scopes";
import { originOf, recordSecurityEvent } from "#app/accounts/security/security-events.server";
import { sendSecurityMail } from "#app/accounts/security/security-mails.server";
import type { Accounts } from "#app/accounts/session/auth.server";
import { checkPassword, hasPassword } from "#app/accounts/session/check-password.server";
import { lockName } from "#app/platform/database/lock";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";

/** Precedes a personal token, so that one that leaked is recognized. */
export const TOKEN_PREFIX = "karlo_pat_";
/** Most tokens of one person. */
const TOKENS_MAX = 50;
/** Characters after the prefix by which its owner recognizes a token. */
const START_LENGTH = 4;
const DAY_MS = 86_400_000;

/** A new personal token. */
export interface NewToken {
  name: string;
  scopes: Scope[];
  /** Days until it ends. */
  days: number;
  /** The password, which a person with one gives. */
  current: string;
}

/** The digest that a token is kept as. */
export const tokenHash = (token: string): string =>
  createHash("sha256").update(token).digest("base64url");

/**
 * Makes an access token for a program of the person.
 *
 * @returns the token, which is kept nowhere
 * @throws AppError `wrong_password` (422), `too_many_attempts` (429), `sign_in_again` (403) for an
 *   account without a password whose session is not new, `too_many_tokens` (422)
 */
export async function createToken(
  accounts: Accounts,
  request: Request,
  userId: string,
  { name, scopes, days, current }: NewToken,
): Promise<string> {
  const { db } = accounts;
  if (await hasPassword(accounts, userId)) await checkPassword(accounts, userId, current);
  else await requireNewSession(accounts, request);
  const token = TOKEN_PREFIX + randomBytes(32).toString("base64url");
  await inTransaction(db, async (tx) => {
    await lockName(tx, `tokens ${userId}`);
    if ((await tx.personalToken.count({ where: { userId } })) >= TOKENS_MAX)
      throw new AppError("too_many_tokens", 422, { values: { max: TOKENS_MAX } });
    await tx.personalToken.create({
      data: {
        id: randomUUID(),
        userId,
        name,
        scopes,
        hash: tokenHash(token),
        start: token.slice(0, TOKEN_PREFIX.length + START_LENGTH),
        expiresAt: new Date(Date.now() + days * DAY_MS),
      },
    });
  });
  const origin = originOf(request.headers);
  await recordSecurityEvent(db, { userId, type: "token_created", ...origin });
  await sendSecurityMail(accounts, userId, "tokenCreated", origin);
  return token;
}

/** Somebody at an open browser must not be able to make a way in that lasts. */
async function requireNewSession({ auth }: Accounts, request: Request): Promise<void> {
  const cookie = request.headers.get("cookie") ?? "";
  const current = await auth.api.getSession({ headers: new Headers({ cookie }) });
  const age = Date.now() - new Date(current?.session.createdAt ?? 0).getTime();
  if (age > DAY_MS) throw new AppError("sign_in_again", 403);
}
