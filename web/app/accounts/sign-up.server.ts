import type { Accounts } from "./auth.server";
import { callAuth } from "./call-auth.server";

/** What signing up takes. */
export interface SignUp {
  name: string;
  email: string;
  password: string;
  timeZone?: string;
  locale?: "en" | "ur";
}

/**
 * Makes an account and signs it in.
 *
 * @returns the headers that set the session
 * @throws AppError `email_taken` (422), `invalid_input` (422), `too_many_attempts` (429)
 */
export function signUp(accounts: Accounts, request: Request, input: SignUp): Promise<Headers> {
  return callAuth(accounts, request, "/sign-up/email", { ...input });
}
