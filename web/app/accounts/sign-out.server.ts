import type { Accounts } from "./auth.server";
import { callAuth } from "./call-auth.server";

/** Ends the session of the request. Gives the headers that clear its cookie. */
export async function signOut(accounts: Accounts, request: Request): Promise<Headers> {
  return (await callAuth(accounts, request, "/sign-out", {})).headers;
}
