// What a person sends is read in time that grows with its length, whatever it is made of.
import { setTimeout } from "node:timers/promises";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, it } from "vitest";
import { tokenise } from "#app/assistant/builtin/text/tokens";
import { understand } from "#app/assistant/builtin/understand";
import { detectLanguage, readConsent } from "#app/assistant/language";
import { Markdown } from "#app/conversations/chat/Markdown";
import { blocksOf } from "#app/conversations/chat/markdown";
import { titleOf } from "#app/conversations/messages/message";
import { textLanguage } from "#app/conversations/messages/text-language";
import { isAppError } from "#app/platform/errors";
import { taskFilter } from "#app/tasks/list/task-filter.server";
import { readQuickAdd } from "#app/tasks/quick-add/read-quick-add";
import { nextOccurrence, recurrenceFault } from "#app/tasks/task/recurrence";
import { readImport } from "#app/tasks/transfer/read-import";
import { readSource } from "#app/tasks/transfer/sources/read-source";
import { FORMATS, type Format } from "#app/tasks/transfer/transfer";
import { fileFamilies, ruleFamilies, type TextFamily, textFamilies } from "#testing/text-families";

/** Most growth of processor time when the length doubles. */
const GROWTH = 2.5;
/** Less processor time than this, in milliseconds, is noise. */
const FLOOR_MS = 30;
/** Measurements before a growth is believed. */
const ATTEMPTS = 6;
const PAUSE_MS = 200;

const now = new Date("2026-11-21T04:00:00Z");
const zone = "Asia/Karachi";
const moment = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);

interface Subject {
  name: string;
  /** Reads a text; an AppError refuses it, which is as good. */
  read(text: string): unknown;
  families: readonly TextFamily[];
  /** The greatest length that is measured. */
  length: number;
}

const calendar = (title: string) =>
  `BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nSUMMARY:${title.replaceAll("\n", "\\n")}\r\nEND:VTODO\r\nEND:VCALENDAR\r\n`;

const encoder = new TextEncoder();
const readFile = (format: Format, text: string) =>
  readImport({ format, bytes: encoder.encode(text), timeZone: zone, now });

/** What lines of lists begin with, by what is read after it. */
const BEGINNINGS = {
  markdown: ["# ", "- ", "- [ ] ", "- [x] a [", "- [ ] a due:", "- [ ] a 📅 ", "    - [ ] ", "> "],
  org: [
    "* TODO ",
    "* TODO [#A] a :",
    "#+TITLE: ",
    "* TODO a\nDEADLINE: <",
    "* TODO a\n:X: ",
    "- [ ] ",
  ],
};

const subjects: readonly Subject[] = [
  ...Object.entries({
    "the language of a message": (text: string) => detectLanguage(text),
    "a yes or a no": readConsent,
    "the words of a message": (text: string) => tokenise(text, false),
    "the words of a message in Roman Urdu": (text: string) => tokenise(text, true),
    "the title of a conversation": titleOf,
    "the language of a text": textLanguage,
    "an answer in Markdown": (text: string) => blocksOf(text, "en"),
    "an answer that streams": (text: string) => blocksOf(text, "en", true),
    "an answer on a page": (text: string) =>
      renderToStaticMarkup(createElement(Markdown, { text, streaming: false })),
    "a line of quick add": (text: string) => readQuickAdd(text, { now, timeZone: zone }),
  }).map(([name, read]) => ({ name, read, families: textFamilies, length: 16_000 })),
  {
    name: "what a message asks of the built-in model",
    read: (text) => understand(text, { now: moment, tasks: [] }),
    families: textFamilies,
    length: 8_000,
  },
  {
    name: "the words of a search",
    read: (search) => taskFilter("amna", { search }, zone).text,
    families: textFamilies,
    length: 800,
  },
  {
    name: "a recurrence rule",
    read: (rule) =>
      recurrenceFault(rule) ?? nextOccurrence(rule, { dueAt: "2026-11-21" }, zone, "2026-11-21"),
    families: ruleFamilies,
    length: 2_000,
  },
  ...Object.entries({
    "a title in a file of CSV": (text: string) =>
      readFile("csv", `title\n"${text.replaceAll('"', '""')}"\n`),
    "a title in a calendar": (text: string) => readFile("ics", calendar(text)),
    "a title in a file of JSON": (title: string) =>
      readFile("json", JSON.stringify({ tasks: [{ title }] })),
  }).map(([name, read]) => ({ name, read, families: textFamilies, length: 64_000 })),
  ...(["markdown", "org", "table"] as const).map((source) => ({
    name: `a file that is ${source}`,
    read: (text: string) =>
      readSource({ name: "a", bytes: encoder.encode(text), timeZone: zone, now, source }),
    families: textFamilies,
    length: 16_000,
  })),
  ...Object.entries(BEGINNINGS).flatMap(([source, beginnings]) =>
    beginnings.map((beginning) => ({
      name: `what follows ${JSON.stringify(beginning)} in a file that is ${source}`,
      read: (text: string) =>
        readSource({
          name: "a",
          bytes: encoder.encode(beginning + text),
          timeZone: zone,
          now,
          source: source as keyof typeof BEGINNINGS,
        }),
      families: textFamilies,
      length: 16_000,
    })),
  ),
  ...FORMATS.map((format) => ({
    name: `a file of the format ${format}`,
    read: (text: string) => readFile(format, text),
    families: [...fileFamilies[format], ...textFamilies],
    length: 64_000,
  })),
];

/** Processor time of reading a text, in milliseconds. */
function measure(read: Subject["read"], text: string): number {
  const before = process.threadCpuUsage();
  try {
    read(text);
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

/**
 * The least times that were measured from a quarter of a length to twice of it, where each doubling
 * took too much; null where one did not.
 */
async function growth({ read, length }: Subject, { make }: TextFamily): Promise<number[] | null> {
  const texts = [length / 4, length / 2, length, length * 2].map(make);
  const least = texts.map(() => Number.POSITIVE_INFINITY);
  // Most families need no more than this one reading.
  if (measure(read, texts[2] ?? "") < FLOOR_MS) return null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    for (const [at, text] of texts.entries()) {
      // The longest is a second opinion.
      if (at === 3 && attempt === 0) continue;
      least[at] = Math.min(least[at] ?? 0, measure(read, text));
    }
    const [first = 0, second = 0, third = 0, fourth = 0] = least;
    const grows =
      third > FLOOR_MS &&
      third > first * GROWTH ** 2 &&
      third > second * GROWTH &&
      fourth > third * GROWTH;
    if (!grows) return null;
    // What else the machine does should not be in all of the attempts.
    await setTimeout(PAUSE_MS);
  }
  return least;
}

describe.each(subjects)("$name is read", (subject) => {
  it("in time that grows with its length", async () => {
    const grown: string[] = [];
    for (const family of subject.families) {
      const times = await growth(subject, family);
      if (times) grown.push(`${family.name}: ${times.map((ms) => ms.toFixed(0)).join(", ")} ms`);
    }
    if (grown.length > 0) throw new Error(`Grows faster:\n${grown.join("\n")}`);
  });
});
