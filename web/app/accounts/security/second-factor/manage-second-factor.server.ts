import type { Accounts } from "#app/accounts/session/auth.server";
import { type AuthResponse, callAuth } from "#app/accounts/session/call-auth.server";
import { AppError, isAppError } from "#app/platform/errors";
import { hashRecoveryCodes, newRecoveryCodes } from "./recovery-codes";

/**
 * Begins to set up an authenticator app; {@link confirmSecondFactor} ends it. A second begin makes a
 * new secret.
 *
 * @returns the secret in Base32
 * @throws AppError `wrong_password` (422), `too_many_attempts` (429), `not_offered` (409) when the
 *   second factor is on already
 */
export async function beginSecondFactor(
  accounts: Accounts,
  request: Request,
  password: string,
): Promise<string> {
  const { body } = await callAuth(accounts, request, "/two-factor/enable", { password });
  return new URL(String(body.totpURI)).searchParams.get("secret") ?? "";
}

/**
 * Turns the second factor on with the first code of the app.
 *
 * @returns the recovery codes, which are kept as hashes
 * @throws AppError `wrong_code` (422), `too_many_attempts` (429)
 */
export async function confirmSecondFactor(
  accounts: Accounts,
  request: Request,
  userId: string,
  code: string,
): Promise<string[]> {
  try {
    const answer = await callAuth(accounts, request, "/two-factor/verify-totp", { code });
    await keepSession(accounts, userId, answer);
    const codes = newRecoveryCodes();
    await accounts.db.twoFactor.updateMany({
      where: { userId },
      data: { backupCodes: hashRecoveryCodes(JSON.stringify(codes)) },
    });
    return codes;
  } catch (error) {
    // The session is valid: only the code is not.
    if (isAppError(error) && error.status === 401)
      throw new AppError("wrong_code", 422, { field: "code" });
    throw error;
  }
}

/**
 * Better Auth replaces the session. The earlier token goes on instead, because without JavaScript the
 * page with the recovery codes is the response to the request that has it.
 */
async function keepSession(
  { auth, db }: Accounts,
  userId: string,
  { headers, body }: AuthResponse,
): Promise<void> {
  const { name } = (await auth.$context).authCookies.sessionToken;
  const line = headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
  const token = decodeURIComponent(line?.slice(name.length + 1).split(";")[0] ?? "").split(".")[0];
  if (!token || typeof body.token !== "string") return;
  await db.session.updateMany({ where: { token, userId }, data: { token: body.token } });
}

/**
 * Turns the second factor off.
 *
 * @returns the headers of the new session cookie
 * @throws AppError `wrong_password` (422), `too_many_attempts` (429)
 */
export async function turnOffSecondFactor(
  accounts: Accounts,
  request: Request,
  password: string,
): Promise<Headers> {
  return (await callAuth(accounts, request, "/two-factor/disable", { password })).headers;
}

/**
 * Replaces the recovery codes.
 *
 * @returns the new codes
 * @throws AppError `wrong_password` (422), `too_many_attempts` (429)
 */
export async function renewRecoveryCodes(
  accounts: Accounts,
  request: Request,
  password: string,
): Promise<string[]> {
  const path = "/two-factor/generate-backup-codes";
  return (await callAuth(accounts, request, path, { password })).body.backupCodes as string[];
}
