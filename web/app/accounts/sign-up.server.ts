import type { Numerals } from "#app/i18n/numerals";
import type { Accounts } from "./auth.server";
import { type AuthAnswer, callAuth } from "./call-auth.server";
import type { SessionUser } from "./session.server";

/** What signing up takes. */
export interface SignUp {
  name: string;
  email: string;
  password: string;
  timeZone?: string;
  locale?: "en" | "ur";
  theme?: SessionUser["theme"];
  numerals?: Numerals;
}

/**
 * Makes an account and signs it in; where addresses are proven first, it sends the mail instead,
 * and a taken address gets the same answer.
 *
 * @returns the headers that set the session; none, and a null `token`, while a mail is awaited
 * @throws AppError `email_taken` (422), `invalid_input` (422), `too_many_attempts` (429)
 */
export function signUp(accounts: Accounts, request: Request, input: SignUp): Promise<AuthAnswer> {
  return callAuth(accounts, request, "/sign-up/email", { ...input });
}
