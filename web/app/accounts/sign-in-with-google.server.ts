import { z } from "zod";
import { AppError } from "#app/platform/errors";
import type { Accounts } from "./auth.server";
import { callAuth } from "./call-auth.server";

const answer = z.object({ url: z.url() });

/**
 * Begins signing in with Google.
 *
 * @param next where the person goes afterwards, a path of this site
 * @returns where to send them, and the headers that remember that it was begun here
 * @throws AppError `not_found` (404) when Google is not configured
 */
export async function signInWithGoogle(
  accounts: Accounts,
  request: Request,
  next: string,
): Promise<{ url: string; headers: Headers }> {
  const { config } = accounts;
  if (!config.GOOGLE_CLIENT_ID) throw new AppError("not_found", 404);
  const failed = `${config.PUBLIC_URL}/sign-in?next=${encodeURIComponent(next)}`;
  const { headers, body } = await callAuth(accounts, request, "/sign-in/social", {
    provider: "google",
    callbackURL: config.PUBLIC_URL + next,
    errorCallbackURL: failed,
    disableRedirect: true,
  });
  return { url: answer.parse(body).url, headers };
}
