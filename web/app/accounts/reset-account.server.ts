import { randomBytes } from "node:crypto";
import { forgetAttempts } from "#app/platform/limits";
import { accountKey } from "./attempt-rules.server";
import type { Accounts } from "./auth.server";
import { setPassword } from "./check-password.server";

/**
 * The operator's way to a new password, where no mail goes out: makes one at random and ends every
 * session of the account.
 *
 * @returns the password, which is kept nowhere; null when the address has no account
 */
export async function resetAccount(
  accounts: Pick<Accounts, "auth" | "db">,
  address: string,
): Promise<string | null> {
  const { db } = accounts;
  const email = address.trim().toLowerCase();
  const user = await db.user.findUnique({ where: { email } });
  if (!user) return null;
  const password = randomBytes(12).toString("base64url");
  await setPassword(accounts, user.id, password);
  await db.session.deleteMany({ where: { userId: user.id } });
  await forgetAttempts(db, accountKey(email));
  return password;
}
