import { createHash, createHmac } from "node:crypto";
import { isSameText } from "#app/platform/same-text";

/** How long an approval may take. */
const VALID_MS = 10 * 60_000;

/**
 * Signs what a person is asked to approve.
 *
 * @param subject JSON that says all of it: whose, which client's, what, and its state
 * @returns a token that {@link isApprovalOf} knows again, for ten minutes
 */
export function signApproval(
  key: string,
  subject: unknown,
  expires: number = Date.now() + VALID_MS,
): string {
  const at = expires.toString(36);
  const digest = createHash("sha256").update(JSON.stringify(subject)).digest("base64url");
  const mac = createHmac("sha256", key).update(`mcp approval ${at} ${digest}`).digest("base64url");
  return `${at}.${mac}`;
}

/** Whether a token was signed for a subject, and is valid still. */
export function isApprovalOf(key: string, subject: unknown, token: string | undefined): boolean {
  const expires = Number.parseInt(token?.split(".")[0] ?? "", 36);
  if (!token || !(expires > Date.now())) return false;
  return isSameText(token, signApproval(key, subject, expires));
}
