import { AppError } from "#app/platform/errors";

const SHORTEST = 8;

let list: Promise<Set<string>> | undefined;

/** Reads the list when the first password is checked, so that a start does not wait for it. */
function knownPasswords(): Promise<Set<string>> {
  list ??= import("@zxcvbn-ts/language-common/src/passwords.json?raw").then(
    // Shorter ones are refused for their length.
    ({ default: json }) =>
      new Set((JSON.parse(json) as string[]).filter(({ length }) => length >= SHORTEST)),
  );
  return list;
}

/** One spelling for passwords that attackers try together: case, width, digits, spaces around. */
function fold(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .trim()
    .toLowerCase();
}

/**
 * Whether a password is one that everybody knows: it is among the most used ones, repeats one or two
 * characters, or is the address or name of its owner.
 *
 * @param own the owner's e-mail address and name, as far as they are known
 */
export async function isKnownPassword(password: string, own: string[] = []): Promise<boolean> {
  const folded = fold(password);
  if (new Set(folded).size <= 2) return true;
  const names = own.flatMap((text) => [fold(text), fold(text.split("@")[0] ?? "")]);
  if (names.includes(folded)) return true;
  return (await knownPasswords()).has(folded);
}

/**
 * Refuses a new password that everybody knows.
 *
 * @throws AppError `password_known` (422)
 */
export async function refuseKnownPassword(password: string, own: string[] = []): Promise<void> {
  if (await isKnownPassword(password, own))
    throw new AppError("password_known", 422, { field: "password" });
}
