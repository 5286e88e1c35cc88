import { mailLimits } from "#app/accounts/session/attempt-limits.server";
import type { Accounts } from "#app/accounts/session/auth.server";
import { checkPassword } from "#app/accounts/session/check-password.server";
import type { SessionUser } from "#app/accounts/session/session.server";
import { isUniqueViolation } from "#app/accounts/session/unique-violation.server";
import { sendConfirmation } from "#app/accounts/sign-in/email-confirmation.server";
import { AppError } from "#app/platform/errors";
import { takeAttempt } from "#app/platform/limits";

/**
 * Changes a person's name and e-mail address. A new address requires the password; with a mail
 * server it takes effect once it is confirmed by a link, else immediately.
 *
 * @returns whether a mail was sent to the new address, and whether the address has changed
 * @throws AppError `wrong_password` (422), `email_taken` (422), `too_many_attempts` (429)
 */
export async function updateProfile(
  accounts: Accounts,
  user: SessionUser,
  { name, email, current }: { name: string; email: string; current: string },
): Promise<{ sent: boolean; changed: boolean }> {
  const { db, config, mailer } = accounts;
  const newEmail = email.toLowerCase();
  const changesEmail = newEmail !== user.email;
  if (changesEmail) await checkPassword(accounts, user.id, current);
  if (changesEmail && mailer)
    await takeAttempt(db, mailLimits(config, { address: user.id, email: newEmail }));
  await db.user.update({ where: { id: user.id }, data: { name } });
  if (!changesEmail) return { sent: false, changed: false };
  if (mailer) {
    await sendConfirmation({ ...accounts, mailer }, user, newEmail);
    return { sent: true, changed: false };
  }
  try {
    await db.user.update({
      where: { id: user.id },
      data: { email: newEmail, emailVerified: false },
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("email_taken", 422, { field: "email" });
    throw error;
  }
  return { sent: false, changed: true };
}
