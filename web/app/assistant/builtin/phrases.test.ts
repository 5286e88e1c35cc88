import { expect, it } from "vitest";
import { type Row, readTable } from "#app/when/phrases/read-table";
import { readLine } from "#app/when/read-line";
import { CHAT_LANGUAGES } from "./corpus/languages";
import { meaningOf, timesOf } from "./frames/when";
import { understandEach } from "./understand";

const now = Temporal.ZonedDateTime.from("2026-11-29T14:00:00+05:00[Asia/Karachi]");
const context = { now: new Date(now.epochMilliseconds), timeZone: now.timeZoneId };

const CARRIERS: Record<Row["form"], string> = {
  en: "call Sara",
  ur: "سارہ کو بلانا",
  roman: "sara ko bulana",
};
const COMMANDS: Record<Row["form"], (line: string) => string> = {
  en: (line) => `add ${line}`,
  ur: (line) => `${line} شامل کرو`,
  roman: (line) => `${line} add kar do`,
};

/** What the chat takes from a line: the times of its one new task; null where it is read otherwise. */
function timesInChat(line: string, form: Row["form"]): object | null {
  const settings = { now, tasks: [], language: CHAT_LANGUAGES[form] };
  const [read, ...others] = understandEach(COMMANDS[form](line), settings);
  if (read?.command.intent !== "add" || others.length > 0) return null;
  const [task, ...more] = read.command.tasks;
  if (!task || more.length > 0) return null;
  return task.when ? timesOf(meaningOf(task.when).value) : [{}];
}

const linesOf = ({ phrase, form, title }: Row): string[] =>
  title === null ? [`${CARRIERS[form]} ${phrase}`, `${phrase} ${CARRIERS[form]}`] : [phrase];

/** Of a hundred lines the chat may take so many for something else than one new task. */
const ELSEWHERE = 2;

it("reads the phrases of the tables in chat as everywhere", { timeout: 120_000 }, () => {
  const lines = ["clocks", "days", "repeats", "words", "lines"]
    .flatMap(readTable)
    .flatMap((row) => linesOf(row).map((line) => ({ line, form: row.form })));
  const read = lines.map(({ line, form }) => ({ line, chat: timesInChat(line, form) }));
  const other = read.filter(({ line, chat }) => {
    const { value } = readLine(line, context);
    const wanted = value ? timesOf(value) : [{}];
    return chat !== null && JSON.stringify(chat) !== JSON.stringify(wanted);
  });
  expect(other).toEqual([]);
  const elsewhere = read.filter(({ chat }) => chat === null).map(({ line }) => line);
  const share = (elsewhere.length / lines.length) * 100;
  expect(share, elsewhere.join("\n")).toBeLessThan(ELSEWHERE);
});
