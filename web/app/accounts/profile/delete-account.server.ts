import { accountKey } from "#app/accounts/session/attempt-limits.server";
import type { Accounts } from "#app/accounts/session/auth.server";
import { checkPassword, hasPassword } from "#app/accounts/session/check-password.server";
import type { SessionUser } from "#app/accounts/session/session.server";
import { despiteConflicts } from "#app/platform/database/database-errors";
import { AppError } from "#app/platform/errors";

/**
 * Deletes an account with all its data, whatever is at work on it; every session and token ends with it.
 *
 * @param confirmation the password, or the e-mail address for an account without a password
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
  const deletion = () => [
    // First: an import or a run holds it too, before the rows that the deletion takes with it.
    db.$queryRaw`SELECT FROM "user" WHERE id = ${id} FOR UPDATE`,
    db.verification.deleteMany({ where: { OR: [{ value: id }, { identifier: `confirm:${id}` }] } }),
    // All other attempt counters of a person have keys that end with their id.
    db.attempt.deleteMany({
      where: { OR: [{ key: accountKey(email) }, { key: { endsWith: `:${id}` } }] },
    }),
    db.user.delete({ where: { id } }),
  ];
  await despiteConflicts(() => db.$transaction(deletion()));
}
