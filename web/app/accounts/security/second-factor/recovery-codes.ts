import { createHash, randomInt } from "node:crypto";

/** Without characters that look alike. */
const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
const COUNT = 10;
const GROUPS = 4;
const GROUP_LENGTH = 4;
const HASH = "sha256:";

/** Creates ten recovery codes of 79 bits each, such as `7h3k-9xq2-mwpe-d4zt`. */
export function newRecoveryCodes(): string[] {
  const letter = () => ALPHABET[randomInt(ALPHABET.length)] ?? "";
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join("");
  return Array.from({ length: COUNT }, () => Array.from({ length: GROUPS }, group).join("-"));
}

/**
 * The stored form of a recovery code as somebody typed it: case, spaces and hyphens do not count.
 * A plain hash is enough, because a code is too long to be guessed from it.
 */
export function hashRecoveryCode(code: string): string {
  const plain = code.toLowerCase().replace(/[^\da-z]/g, "");
  return HASH + createHash("sha256").update(plain).digest("base64url");
}

/**
 * The stored form of a JSON list of codes. Better Auth writes the rest of a list back after one was
 * used: those are hashes already.
 */
export function hashRecoveryCodes(json: string): string {
  const codes = JSON.parse(json) as string[];
  return JSON.stringify(
    codes.map((code) => (code.startsWith(HASH) ? code : hashRecoveryCode(code))),
  );
}

/** A code of an authenticator app as plain digits, whatever digits and spaces were typed. */
export function appCode(typed: string): string | null {
  const digits = typed
    .replace(/[\s-]/g, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return /^\d{6}$/.test(digits) ? digits : null;
}
