import type { Accounts } from "#app/accounts/session/auth.server";
import { callAuth } from "#app/accounts/session/call-auth.server";

/** Ends the session of the request and returns the headers that clear its cookie. */
export async function signOut(accounts: Accounts, request: Request): Promise<Headers> {
  return (await callAuth(accounts, request, "/sign-out", {})).headers;
}
