import type { Accounts } from "#app/accounts/session/auth.server";
import { callAuth } from "#app/accounts/session/call-auth.server";

/**
 * Sends a password reset link if the address has an account; the response is the same if not.
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
 * Sets a new password with the token of a reset link, and ends every session of the account.
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
