import { Hono } from "hono";
import { AppError } from "#app/platform/errors";

const DAY_MS = 86_400_000;
/** `security.txt` expires after this, so that a copy of it is read again. */
const VALID_DAYS = 90;

/**
 * The addresses that other programs look for:
 * - `security.txt` (RFC 9116): whom to tell about a weakness. The mailbox is that of RFC 2142.
 * - `change-password`: where a password manager sends its person.
 *   Source: https://w3c.github.io/webappsec-change-password-url/
 *
 * @param publicUrl the address of this server
 */
export function wellKnownRoutes(publicUrl: string): Hono {
  const { hostname } = new URL(publicUrl);
  return new Hono()
    .get("/.well-known/security.txt", (c) => {
      const day = Math.ceil(Date.now() / DAY_MS) + VALID_DAYS;
      const lines = [
        `Contact: mailto:security@${hostname}`,
        `Expires: ${new Date(day * DAY_MS).toISOString()}`,
        "Preferred-Languages: en, ur",
        `Canonical: ${publicUrl}/.well-known/security.txt`,
      ];
      return c.text(`${lines.join("\n")}\n`);
    })
    .get("/.well-known/change-password", (c) => c.redirect("/profile", 302))
    .all("/.well-known/*", () => {
      // Programs look here, and none of them reads a page.
      throw new AppError("not_found", 404);
    });
}
