import { AppError } from "#app/platform/errors";
import { giveBackAttempt, takeAttempt } from "#app/platform/limits";
import { passwordLimits } from "./attempt-rules.server";
import type { Accounts } from "./auth.server";

const CREDENTIAL = "credential";

/** True when the person can sign in with a password here, and not with Google alone. */
export async function hasPassword({ db }: Accounts, userId: string): Promise<boolean> {
  return (await db.account.count({ where: { userId, providerId: CREDENTIAL } })) > 0;
}

/**
 * Asks somebody who is signed in for their password again, before what cannot be taken back.
 *
 * @throws AppError `wrong_password` (422), also where there is none; `too_many_attempts` (429)
 */
export async function checkPassword(
  { auth, db, config }: Accounts,
  userId: string,
  password: string,
): Promise<void> {
  const limits = passwordLimits(config, userId);
  await takeAttempt(db, limits);
  const account = await db.account.findFirst({ where: { userId, providerId: CREDENTIAL } });
  const { password: passwords } = await auth.$context;
  const right = account?.password && (await passwords.verify({ hash: account.password, password }));
  if (!right) throw new AppError("wrong_password", 422, { field: "current" });
  await giveBackAttempt(db, limits);
}

/** Keeps a new password, as its hash. The account gets one where it had none. */
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
