// What JSON holds is anything: each value is taken for what it should be, or for nothing.

/** The members of an object; none for another value. */
export function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** The items of a list; none for another value. */
export const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A text, also of a number; empty for another value. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" && Number.isFinite(value) ? String(value) : "";
}

/** A list of texts, without empty ones; of a text, those between commas. */
export function textsOf(value: unknown): string[] {
  const texts = typeof value === "string" ? value.split(",") : itemsOf(value).map(textOf);
  return texts.map((text) => text.trim()).filter(Boolean);
}

/** A number, also of a text; null for another value. */
export function numberOf(value: unknown): number | null {
  const text = textOf(value).trim();
  if (text === "") return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  apos: "'",
  "#39": "'",
};

/** More is cut off later anyhow, with its tags. */
const HTML_MAX = 100_000;

/** HTML as plain text: its paragraphs and list items are lines. A text without tags stays. */
export function plainText(all: string): string {
  const html = all.slice(0, HTML_MAX);
  if (!/<\/?[a-z][^<>]*>/i.test(html)) return html.trim();
  return html
    .replace(/<(?:style|script|head)\b[^<>]*>[^<]*<\/(?:style|script|head)>/gi, "")
    .replace(/<li\b[^<>]*data-checked="true"[^<>]*>/gi, "\n- [x] ")
    .replace(/<li\b[^<>]*data-checked[^<>]*>/gi, "\n- [ ] ")
    .replace(/<li\b[^<>]*>/gi, "\n- ")
    .replace(/<br\s*\/?>|<\/(?:p|div|h[1-6]|ul|ol|tr)>/gi, "\n")
    .replace(/<\/?[a-z!][^<>]*>/gi, "")
    .replace(/&(#?\w{1,8});/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\n-(?: \[[ x]\])? *\n+/g, (mark) => `${mark.trimEnd()} `)
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** A file by its name, whether it is the first copy that was downloaded or the third. */
export const listName = (name: string): string =>
  (name.split("/").at(-1) ?? "").replace(/\.\w+$/, "").replace(/ ?\(\d{1,3}\)$/, "");
