import type { Accounts } from "#app/accounts/session/auth.server";
import { type AuthResponse, callAuth } from "#app/accounts/session/call-auth.server";

/**
 * Signs in by e-mail and password. An unknown address and a wrong password fail alike.
 *
 * @param input with `rememberMe` false the session ends with the browser
 * @returns the headers that set the session cookie, or the ticket cookie of the second step
 * @throws AppError `wrong_credentials` (401), `email_not_verified` (403), `too_many_attempts` (429)
 */
export function signIn(
  accounts: Accounts,
  request: Request,
  input: { email: string; password: string; rememberMe?: boolean },
): Promise<AuthResponse> {
  return callAuth(accounts, request, "/sign-in/email", input);
}
