import { AppError } from "#app/platform/errors";
import type { Accounts } from "./auth.server";
import { bearerClaims, callerSessionId } from "./session.server";

const LIFETIME_SECONDS = 10 * 60;

/** A ChatKit token, for a conversation embedded in another site. */
export interface ClientSecret {
  client_secret: string;
  expires_at: string;
}

/** The JWT audience of client secrets; other endpoints refuse it. */
export const chatKitAudience = ({ config }: Pick<Accounts, "config">): string =>
  `${config.PUBLIC_URL}/api/chatkit`;

/**
 * Issues a client secret to the caller. It is revoked with their session, and one issued for a bearer
 * token expires no later than that token.
 *
 * @param request with a verified cookie or bearer token
 * @throws AppError `unauthorized` (401) when the session ended in the meantime
 */
export async function issueClientSecret(
  accounts: Accounts,
  userId: string,
  request: Request,
): Promise<ClientSecret> {
  const sid = await callerSessionId(accounts, request);
  if (!sid) throw new AppError("unauthorized", 401);
  const iat = Math.floor(Date.now() / 1_000);
  const exp = Math.min(
    iat + LIFETIME_SECONDS,
    bearerClaims(request)?.exp ?? Number.POSITIVE_INFINITY,
  );
  const payload = { sub: userId, sid, iat, exp, aud: chatKitAudience(accounts) };
  const { token: client_secret } = await accounts.auth.api.signJWT({ body: { payload } });
  return { client_secret, expires_at: new Date(exp * 1_000).toISOString() };
}
