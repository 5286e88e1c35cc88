import { AppError } from "#app/platform/errors";
import { accountKey } from "./attempt-rules.server";
import type { Accounts } from "./auth.server";
import { checkPassword, hasPassword } from "./check-password.server";
import type { SessionUser } from "./session.server";

/**
 * Deletes an account with everything that was kept of the person. Every session and token of it
 * ends with it. Who has no password here confirms by their e-mail address.
 *
 * @throws AppError `wrong_password` (422), `too_many_attempts` (429)
 */
export async function deleteAccount(
  accounts: Accounts,
  { id, email }: SessionUser,
  confirmation: string,
): Promise<void> {
  const { db } = accounts;
  if (await hasPassword(accounts, id)) await checkPassword(accounts, id, confirmation);
  else if (confirmation.trim().toLowerCase() !== email)
    throw new AppError("wrong_password", 422, { field: "current" });
  await db.$transaction([
    db.verification.deleteMany({ where: { OR: [{ value: id }, { identifier: `confirm:${id}` }] } }),
    // Whatever else is counted for a person is counted under a key that ends with their id.
    db.attempt.deleteMany({
      where: { OR: [{ key: accountKey(email) }, { key: { endsWith: `:${id}` } }] },
    }),
    db.user.delete({ where: { id } }),
  ]);
}
