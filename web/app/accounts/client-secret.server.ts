import { decodeJwt } from "jose";
import { AppError } from "#app/platform/errors";
import type { Accounts } from "./auth.server";
import { currentSessionId } from "./session.server";

const LIFE_SECONDS = 10 * 60;

/** A token for a conversation in somebody else's page. */
export interface ClientSecret {
  client_secret: string;
  expires_at: string;
}

/** What a client secret is good for, and nothing else is reached with it. */
export const chatKitAudience = ({ config }: Pick<Accounts, "config">): string =>
  `${config.PUBLIC_URL}/api/chatkit`;

/**
 * Makes a client secret for who sent a request. It ends with their session; one that comes from a
 * token does not outlive it.
 *
 * @param request whose cookie or bearer token has been verified
 * @throws AppError `unauthorized` (401) when the session has just ended
 */
export async function issueClientSecret(
  accounts: Accounts,
  userId: string,
  request: Request,
): Promise<ClientSecret> {
  const token = request.headers.get("authorization")?.replace(/^Bearer +/i, "");
  const claims = token === undefined ? {} : decodeJwt<{ sid?: string }>(token);
  const sid = token === undefined ? await currentSessionId(accounts, request) : claims.sid;
  if (!sid) throw new AppError("unauthorized", 401);
  const iat = Math.floor(Date.now() / 1_000);
  const exp = Math.min(iat + LIFE_SECONDS, claims.exp ?? Number.POSITIVE_INFINITY);
  const payload = { sub: userId, sid, iat, exp, aud: chatKitAudience(accounts) };
  const { token: client_secret } = await accounts.auth.api.signJWT({ body: { payload } });
  return { client_secret, expires_at: new Date(exp * 1_000).toISOString() };
}
