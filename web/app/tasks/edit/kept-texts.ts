// What a person has written and not sent, on this device. Not in the outbox: that sends what it keeps.

const PREFIX = "karlo.kept";
/** Texts of a person that are kept at most; the oldest goes first. */
const KEPT_MAX = 100;
const DAYS = 60;

interface Kept {
  text: string;
  /** When it was written, in milliseconds. */
  at: number;
}

const keyOf = (person: string, name: string) => `${PREFIX} ${person} ${name}`;

/** The text that was kept under a name for a person; null without one. */
export function readKept(person: string, name: string): string | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(person, name)) ?? "null") as Kept | null;
    return typeof kept?.text === "string" ? kept.text : null;
  } catch {
    return null;
  }
}

/** Keeps a text; null removes it. */
export function writeKept(person: string, name: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(keyOf(person, name));
    else {
      const kept: Kept = { text, at: Date.now() };
      localStorage.setItem(keyOf(person, name), JSON.stringify(kept));
      forgetOld(person);
    }
  } catch {
    // It lasts as long as the page.
  }
}

const keysOf = (person: string): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX} ${person} `));

function forgetOld(person: string): void {
  const keys = keysOf(person);
  if (keys.length <= KEPT_MAX) return;
  const oldest = Date.now() - DAYS * 86_400_000;
  const byAge = keys
    .map((key) => ({ key, at: (JSON.parse(localStorage.getItem(key) ?? "{}") as Kept).at ?? 0 }))
    .sort((one, two) => two.at - one.at);
  for (const { key, at } of byAge) {
    if (at < oldest || byAge.findIndex((one) => one.key === key) >= KEPT_MAX)
      localStorage.removeItem(key);
  }
}
