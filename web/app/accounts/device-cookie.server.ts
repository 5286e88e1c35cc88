import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Remembers that this browser has signed in to an account before. */
export const DEVICE_COOKIE = "karlo_device";
const YEAR = 31_536_000;

/**
 * A device cookie: wrong passwords from a browser that has signed in before are counted for that
 * browser alone, so that strangers who guess cannot lock its owner out.
 * Source: https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
export function newDeviceCookie(secret: string, email: string): string {
  const device = randomBytes(12).toString("base64url");
  return `${device}.${sign(secret, device, email)}`;
}

/** The device that a cookie names, or null when it was not made here for this account. */
export function knownDevice(
  secret: string,
  cookie: string | null | undefined,
  email: string,
): string | null {
  const [device = "", signature = ""] = cookie?.split(".") ?? [];
  const expected = Buffer.from(sign(secret, device, email));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? device : null;
}

/** How the cookie is set. */
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
