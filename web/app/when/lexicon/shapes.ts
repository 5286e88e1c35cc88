/*
 * What numbers, and what is glued to them, may be: what it is, how it is read (by `READS` of
 * `shapes.ts`), and its pattern. One text may be several of these.
 */
export const shapes: readonly [symbol: string, read: string, pattern: RegExp][] = [
  ["dec", "number", /^\d{1,3}\.\d{1,2}$/],
  ["hm", "exactColon", /^(0\d):(\d{2})$/],
  ["dotted", "exactColon", /^(0\d)\.(\d{2})$/],
  ["hm", "colon", /^([1-9]\d?|0):(\d{2})$/],
  ["dotted", "colon", /^([1-9]\d?|0)\.(\d{2})$/],
  ["clk", "clock", /^(\d{1,2})(?:[:.](\d{2}))?([ap])\.?m\.?$/],
  ["clk", "clock", /^(\d{1,2}):(\d{2})([ap])$/],
  ["clk", "clock", /^(\d{1,2})ish$/],
  ["clk", "exactly", /^(\d{1,2})h(\d{2})$/],
  ["clk", "exactly", /^(1[3-9]|2[0-3])h$/],
  ["hclk", "exactly", /^(\d{1,2})h$/],
  ["gdur", "minutes", /^(\d{1,2})h([0-5]\d)$/],
  ["clk", "exactly", /^([01]\d|2[0-3])([0-5]\d)(?:h|hrs|hours)$/],
  ["clk", "exactly", /^(0\d)([0-5]\d)$/],
  ["four", "exactly", /^(1\d|2[0-3])([0-5]\d)$/],
  ["xtimes", "number", /^(\d{1,2})x$/],
  ["nth", "number", /^(\d{1,2})(?:st|nd|rd|th)$/],
  ["year", "number", /^((?:19|20|21)\d\d)$/],
  ["date", "date", /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}$/],
  ["short", "date", /^\d{1,2}\/\d{1,2}$/],
  ["exact", "machine", /^\d{4}-\d{2}-\d{2}t.*$/],
  ["gdur", "amount", /^(?:\d+(?:\.\d+)?[a-z]+)+$/],
];
