import { appCode } from "#app/accounts/security/second-factor/recovery-codes";
import type { Accounts } from "#app/accounts/session/auth.server";
import { type AuthResponse, callAuth } from "#app/accounts/session/call-auth.server";
import { DEVICE_COOKIE } from "#app/accounts/session/device-cookie.server";
import { AppError } from "#app/platform/errors";

/** Whether the password was right but the account asks for a second factor. */
export const needsSecondStep = ({ body }: AuthResponse): boolean => body.twoFactorRedirect === true;

/** The ticket for the second step, from the response to the password; null when it has none. */
export async function ticketOf(
  accounts: Accounts,
  { headers }: AuthResponse,
): Promise<string | null> {
  const name = await ticketCookie(accounts);
  return headers.getSetCookie().flatMap((line) => cookieValue(line, name) ?? [])[0] ?? null;
}

/** The ticket in the cookies of a request; null when the first step has not been made. */
export async function ticketOfRequest(
  accounts: Accounts,
  request: Request,
): Promise<string | null> {
  const cookies = (request.headers.get("cookie") ?? "").split(/; */);
  const name = await ticketCookie(accounts);
  return cookies.flatMap((pair) => cookieValue(pair, name) ?? [])[0] ?? null;
}

/**
 * The second step of a sign-in: a code of the authenticator app, or a recovery code.
 *
 * @param ticket from the first step; no other cookie of the request can stand for it
 * @returns the headers that set the session cookie
 * @throws AppError `wrong_code` (401), `second_step_expired` (401), `too_many_attempts` (429)
 */
export async function completeSignIn(
  accounts: Accounts,
  request: Request,
  { ticket, code }: { ticket: string; code: string },
): Promise<AuthResponse> {
  const headers = new Headers(request.headers);
  const device = (request.headers.get("cookie") ?? "")
    .split(/; */)
    .find((pair) => pair.startsWith(`${DEVICE_COOKIE}=`));
  const own = `${await ticketCookie(accounts)}=${ticket}`;
  headers.set("cookie", device ? `${own}; ${device}` : own);
  const path = appCode(code) ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code";
  const response = await callAuth(accounts, new Request(request.url, { headers }), path, { code });
  if (typeof response.body.token !== "string") throw new AppError("second_step_expired", 401);
  return response;
}

async function ticketCookie({ auth }: Accounts): Promise<string> {
  return (await auth.$context).createAuthCookie("two_factor").name;
}

function cookieValue(line: string, name: string): string | null {
  const value = line.startsWith(`${name}=`) ? line.slice(name.length + 1).split(";")[0] : "";
  return value || null;
}
