/** A bullet, number or box before an item of a list. */
const BULLET = /^(?:[-*+•·–—▪◦○●](?:\s+|$)|[(]?[\d۰-۹]{1,3}[.)]\s+)?(?:\[[ xX]?\]\s*|[☐☑✓✔]\s*)?/u;

/**
 * The items of a text of several lines, as it is copied from a list: without bullets, numbers, boxes
 * and empty lines. A first line that ends in a colon is the heading of the others.
 */
export function splitLines(text: string): string[] {
  const lines = text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map((line) => line.trim().replace(BULLET, "").replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  return lines.length > 2 && lines[0]?.endsWith(":") ? lines.slice(1) : lines;
}
