import { createHmac, randomBytes } from "node:crypto";
import { isSameText } from "#app/platform/same-text";

/** Name of the cookie that marks a browser as having signed in to an account before. */
export const DEVICE_COOKIE = "karlo_device";
const YEAR = 31_536_000;

/**
 * A device cookie: wrong passwords from a browser that has signed in before are counted for that
 * browser alone, so that guessing by others cannot lock out the owner.
 * Source: https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
export function newDeviceCookie(secret: string, email: string): string {
  const device = randomBytes(12).toString("base64url");
  return `${device}.${sign(secret, device, email)}`;
}

/** The device id of a cookie, or null when its signature is not valid for this account. */
export function knownDevice(
  secrets: readonly string[],
  cookie: string | null | undefined,
  email: string,
): string | null {
  const [device = "", signature = ""] = cookie?.split(".") ?? [];
  const isSigned = secrets.some((secret) => isSameText(signature, sign(secret, device, email)));
  return isSigned ? device : null;
}

/** Attributes of the device cookie. */
export const deviceCookieOptions = (publicUrl: string) =>
  ({
    httpOnly: true,
    path: "/",
    sameSite: "lax",
    secure: publicUrl.startsWith("https:"),
    maxAge: YEAR,
  }) as const;

function sign(secret: string, device: string, email: string): string {
  return createHmac("sha256", `device ${secret}`)
    .update(JSON.stringify([device, email.toLowerCase()]))
    .digest("base64url");
}
