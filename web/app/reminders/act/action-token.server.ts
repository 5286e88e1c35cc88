import { createHmac } from "node:crypto";
import { isSameText } from "#app/platform/same-text";

/** How long the buttons of a notification work. */
const DAYS = 7;
const DAY_MS = 86_400_000;

/** What a token allows: to complete or put off the tasks of one notification. */
export interface ActionGrant {
  userId: string;
  notification: string;
}

/**
 * Makes the token that the buttons of a notification are pressed with. It is encrypted on its way to
 * the browser along with the notification, names one notification, and allows nothing else, so that a
 * button works after the session has run out.
 */
export function signAction(grant: ActionGrant, secret: string, now = Date.now()): string {
  const expires = Math.floor((now + DAYS * DAY_MS) / 1_000);
  const payload = Buffer.from(JSON.stringify([grant.userId, grant.notification, expires])).toString(
    "base64url",
  );
  return `${payload}.${signature(payload, secret)}`;
}

/**
 * Verifies a token of {@link signAction}; null when it is none or has expired.
 *
 * @param secrets one of which has signed it
 */
export function verifyAction(
  token: string,
  secrets: readonly string[],
  now = Date.now(),
): ActionGrant | null {
  const [payload = "", signed = ""] = token.split(".");
  if (!secrets.some((secret) => isSameText(signed, signature(payload, secret)))) return null;
  const [userId, notification, expires] = JSON.parse(Buffer.from(payload, "base64url").toString());
  return expires * 1_000 > now ? { userId, notification } : null;
}

const signature = (payload: string, secret: string): string =>
  createHmac("sha256", secret).update(`notification action ${payload}`).digest("base64url");
