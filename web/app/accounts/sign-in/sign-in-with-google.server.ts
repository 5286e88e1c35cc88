import { z } from "zod";
import type { Accounts } from "#app/accounts/session/auth.server";
import { callAuth } from "#app/accounts/session/call-auth.server";
import { AppError } from "#app/platform/errors";

const responseSchema = z.object({ url: z.url() });

/**
 * Starts the OAuth flow with Google.
 *
 * @param next path of this site to go to afterwards
 * @returns Google's URL to redirect to, and the headers that set the state cookie
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
  return { url: responseSchema.parse(body).url, headers };
}
