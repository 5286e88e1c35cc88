import { AppError } from "#app/platform/errors";
import type { Accounts } from "./auth.server";
import { checkPassword } from "./check-password.server";
import { sendConfirmation } from "./email-confirmation.server";
import { isTaken } from "./is-taken.server";
import type { SessionUser } from "./session.server";

/**
 * Changes a person's name and e-mail address. A new address asks for the password; where mail goes
 * out, it becomes theirs with the link that is sent to it.
 *
 * @returns whether a mail was sent to the new address
 * @throws AppError `wrong_password` (422), `email_taken` (422), `too_many_attempts` (429)
 */
export async function updateProfile(
  accounts: Accounts,
  user: SessionUser,
  { name, email, current }: { name: string; email: string; current: string },
): Promise<{ sent: boolean }> {
  const { db, mailer } = accounts;
  const wanted = email.toLowerCase();
  const moves = wanted !== user.email;
  if (moves) await checkPassword(accounts, user.id, current);
  await db.user.update({ where: { id: user.id }, data: { name } });
  if (!moves) return { sent: false };
  if (mailer) {
    await sendConfirmation({ ...accounts, mailer }, user, wanted);
    return { sent: true };
  }
  try {
    await db.user.update({
      where: { id: user.id },
      data: { email: wanted, emailVerified: false },
    });
  } catch (error) {
    if (isTaken(error)) throw new AppError("email_taken", 422, { field: "email" });
    throw error;
  }
  return { sent: false };
}
