import { AppError } from "#app/platform/errors";
import { releaseAttempt, takeAttempt } from "#app/platform/limits";
import { passwordLimits } from "./attempt-limits.server";
import type { Accounts } from "./auth.server";

const CREDENTIAL = "credential";

/** Whether the account has a password, and not Google sign-in alone. */
export async function hasPassword({ db }: Accounts, userId: string): Promise<boolean> {
  return (await db.account.count({ where: { userId, providerId: CREDENTIAL } })) > 0;
}

/**
 * Verifies the password of a signed-in user before an irreversible change.
 *
 * @throws AppError `wrong_password` (422), also when the account has none; `too_many_attempts` (429)
 */
export async function checkPassword(
  { auth, db, config }: Accounts,
  userId: string,
  password: string,
): Promise<void> {
  const limits = passwordLimits(config, userId);
  await takeAttempt(db, limits);
  const account = await db.account.findFirst({ where: { userId, providerId: CREDENTIAL } });
  const { password: hasher } = await auth.$context;
  const matches = account?.password && (await hasher.verify({ hash: account.password, password }));
  if (!matches) throw new AppError("wrong_password", 422, { field: "current" });
  await releaseAttempt(db, limits);
}

/** Stores the hash of a new password, also for an account that had none. */
export async function setPassword(
  { auth, db }: Pick<Accounts, "auth" | "db">,
  userId: string,
  password: string,
): Promise<void> {
  const context = await auth.$context;
  const hash = await context.password.hash(password);
  const { count } = await db.account.updateMany({
    where: { userId, providerId: CREDENTIAL },
    data: { password: hash },
  });
  if (count > 0) return;
  await context.internalAdapter.createAccount({
    userId,
    providerId: CREDENTIAL,
    accountId: userId,
    password: hash,
  });
}
