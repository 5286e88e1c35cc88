import type { Db } from "#app/platform/database/database";
import { EnvironmentError } from "#app/platform/environment/error";
import { type SessionUser, toSessionUser } from "./session.server";

/**
 * Finds the user that a local command acts for; whoever runs it has the database password already.
 *
 * @param address value of KARLO_USER, an e-mail address; without one, the only account there is
 * @throws EnvironmentError when there is no such account, or several without an address
 */
export async function findConfiguredUser(
  db: Db,
  address: string | undefined,
): Promise<SessionUser> {
  const email = address?.trim().toLowerCase();
  const [user, second] = await db.user.findMany({ where: { email }, take: 2 });
  if (user && !second) return toSessionUser(user);
  throw new EnvironmentError(
    user
      ? "KARLO_USER is missing; it takes: the e-mail address of one of the accounts, since there are several."
      : email === undefined
        ? "There is no account yet; sign up in Karlo first."
        : `KARLO_USER is "${address}"; it takes: the e-mail address of an account.`,
  );
}
