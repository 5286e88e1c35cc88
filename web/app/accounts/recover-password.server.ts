import type { Accounts } from "./auth.server";
import { callAuth } from "./call-auth.server";

/**
 * Sends a link for a new password, if the address has an account. Nobody is told whether it has.
 *
 * @throws AppError `too_many_attempts` (429)
 */
export async function requestPasswordReset(
  accounts: Accounts,
  request: Request,
  email: string,
): Promise<void> {
  await callAuth(accounts, request, "/request-password-reset", { email: email.toLowerCase() });
}

/**
 * Sets a new password with a link that was sent. Every session of the account ends.
 *
 * @throws AppError `link_expired` (410), `invalid_input` (422)
 */
export async function resetPassword(
  accounts: Accounts,
  request: Request,
  input: { token: string; password: string },
): Promise<void> {
  const body = { token: input.token, newPassword: input.password };
  await callAuth(accounts, request, "/reset-password", body);
}
