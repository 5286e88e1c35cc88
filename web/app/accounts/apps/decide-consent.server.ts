import { originOf, recordSecurityEvent } from "#app/accounts/security/security-events.server";
import { sendSecurityMail } from "#app/accounts/security/security-mails.server";
import type { Accounts } from "#app/accounts/session/auth.server";
import { CLIENT_ADDRESS_HEADER } from "#app/platform/client-address";
import { AppError } from "#app/platform/errors";
import { issuerAddress, withIssuer } from "./addresses";
import { readConsent } from "./read-consent.server";

/** Most apps that one person has connected. */
const APPS_MAX = 100;
const FORWARDED = ["cookie", "user-agent", CLIENT_ADDRESS_HEADER];

/**
 * Lets an app in, or refuses it.
 *
 * @param search the query of the consent page, which the provider has signed
 * @returns the address of the app that the browser goes to
 * @throws AppError `app_request_expired` (410), `too_many_apps` (422)
 */
export async function decideConsent(
  accounts: Accounts,
  request: Request,
  userId: string,
  search: string,
  accept: boolean,
): Promise<string> {
  const { auth, config, db } = accounts;
  const asked = await readConsent(db, new URLSearchParams(search));
  if (!asked) throw new AppError("app_request_expired", 410);
  const clientId = asked.clientId;
  const known = await db.oauthConsent.count({ where: { userId, clientId } });
  if (accept && known === 0 && (await db.oauthConsent.count({ where: { userId } })) >= APPS_MAX)
    throw new AppError("too_many_apps", 422, { values: { max: APPS_MAX } });
  const headers = new Headers({
    "content-type": "application/json",
    accept: "application/json",
    origin: config.PUBLIC_URL,
  });
  for (const name of FORWARDED) {
    const value = request.headers.get(name);
    if (value) headers.set(name, value);
  }
  const response = await auth.handler(
    new Request(`${issuerAddress(config)}/oauth2/consent`, {
      method: "POST",
      headers,
      body: JSON.stringify({ accept, oauth_query: search.replace(/^\?/, "") }),
    }),
  );
  const { url } = ((await response.json().catch(() => null)) ?? {}) as { url?: unknown };
  // Without the code it would lead to another page of the provider, such as for an expired session.
  if (!response.ok || typeof url !== "string" || !isAnswer(url, asked.redirectUri))
    throw new AppError("app_request_expired", 410);
  if (accept) {
    const origin = originOf(request.headers);
    const details = { app: asked.name };
    await recordSecurityEvent(db, { userId, type: "app_connected", ...origin, details });
    if (known === 0) await sendSecurityMail(accounts, userId, "appConnected", origin);
  }
  return withIssuer(url, config);
}

/** Whether an address is the redirect address of the app with an answer. */
function isAnswer(url: string, redirectUri: string): boolean {
  return url.startsWith(redirectUri.split("?")[0] ?? redirectUri) && /[?&](code|error)=/.test(url);
}
