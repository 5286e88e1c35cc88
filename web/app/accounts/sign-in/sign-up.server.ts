import type { Accounts } from "#app/accounts/session/auth.server";
import { type AuthResponse, callAuth } from "#app/accounts/session/call-auth.server";
import type { SessionUser } from "#app/accounts/session/session.server";
import type { Numerals } from "#app/i18n/numerals";

/** Input of a sign-up. */
export interface SignUp {
  name: string;
  email: string;
  password: string;
  /** False for a session that ends with the browser. */
  rememberMe?: boolean;
  timeZone?: string;
  locale?: "en" | "ur";
  theme?: SessionUser["theme"];
  numerals?: Numerals;
}

/**
 * Creates an account and signs it in. Where e-mail addresses must be confirmed first, it sends the
 * confirmation mail instead, and an address that is taken gets the same response.
 *
 * @returns the headers that set the session cookie; without them, and with a null `token`, when the
 *   address has to be confirmed
 * @throws AppError `email_taken` (422), `invalid_input` (422), `too_many_attempts` (429)
 */
export function signUp(accounts: Accounts, request: Request, input: SignUp): Promise<AuthResponse> {
  return callAuth(accounts, request, "/sign-up/email", { ...input });
}
