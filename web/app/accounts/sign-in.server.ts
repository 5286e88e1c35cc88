import type { Accounts } from "./auth.server";
import { type AuthAnswer, callAuth } from "./call-auth.server";

/**
 * Signs in by e-mail and password. A wrong address and a wrong password get one answer.
 *
 * @returns the headers that set the session
 * @throws AppError `wrong_credentials` (401), `email_not_verified` (403), `too_many_attempts` (429)
 */
export function signIn(
  accounts: Accounts,
  request: Request,
  input: { email: string; password: string },
): Promise<AuthAnswer> {
  return callAuth(accounts, request, "/sign-in/email", input);
}
