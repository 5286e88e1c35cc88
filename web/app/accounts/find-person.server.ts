import type { Db } from "#app/platform/database";
import { EnvironmentError } from "#app/platform/environment";
import { type SessionUser, toSessionUser } from "./session.server";

/**
 * The person whom the operator means, who has the database in hand.
 *
 * @param address their e-mail address; without one, the only person there is
 * @throws EnvironmentError that says how to name one
 */
export async function findPerson(db: Db, address: string | undefined): Promise<SessionUser> {
  const email = address?.trim().toLowerCase();
  const [person, another] = await db.user.findMany({ where: { email }, take: 2 });
  if (person && !another) return toSessionUser(person);
  throw new EnvironmentError(
    person
      ? "KARLO_USER is missing; it takes: the e-mail address of one of the accounts, since there are several."
      : email === undefined
        ? "There is no account yet; sign up in Karlo first."
        : `KARLO_USER is "${address}"; it takes: the e-mail address of an account.`,
  );
}
