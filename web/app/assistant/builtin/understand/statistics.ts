import { counting, figures } from "../lexicon/statistics";
import { normaliseWord } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import type { Command, Filter } from "./command";
import { readFilter } from "./filter";
import { spoken, taskNoun } from "./shape";
import type { Utterance } from "./utterance";

const count = new PhraseBook(counting);
const figure = new PhraseBook(figures);

/** "How many have I done", "my progress": a number, or all the figures. */
export function readStatistics(said: Utterance, core: readonly Token[]): Command | null {
  const counted = count.anywhere(core);
  const asked = figure.anywhere(core);
  if (!counted && !(asked && core.length <= 8 && isAboutFigures(core, asked))) return null;
  // "Add 5 reports: how many …" is a title; a question about numbers begins or ends with it.
  if (counted && counted.start > 5 && !said.question) return null;
  const read = readFilter(
    said,
    counted
      ? [...core.slice(0, counted.start), ...core.slice(counted.start + counted.length)]
      : core,
  );
  // "How many have I knocked out this week": whatever was done to them, they are done.
  const { group: _, ...rest } = read;
  const done = counted && DONE.test(spoken(core)) && !read.status;
  const filter: Filter = done ? { ...rest, status: "completed" } : read;
  // "How many legs has a spider": nothing of it is about tasks.
  if (counted && filter.group && !taskNoun.anywhere(core) && !filter.status && !filter.overdue)
    return null;
  const group = filter.group ?? "";
  const grouped =
    group !== "" &&
    /^(task|tasks|todo|todos|item|items|ke|wale|کے|والے)$/.test(wordAfter(core, group));
  const narrowed = grouped || filter.priority || filter.category || filter.search || filter.when;
  if (counted && narrowed) return { intent: "list", filter, counting: true };
  return {
    intent: "stats",
    focus: asked
      ? "all"
      : filter.overdue
        ? "overdue"
        : filter.status === "completed"
          ? "completed"
          : filter.status === "open"
            ? "open"
            : "all",
  };
}

const DONE =
  /\b(?:have|did) (?:i|we) (?!got|have|need)\w+|(?:^| )(?:kiye|kye|kiye hain|kye hain|کیے|کیے ہین)$/;

/** The word that stands behind some words. */
function wordAfter(core: readonly Token[], words: string): string {
  const last = normaliseWord(words.split(" ").at(-1) ?? "");
  return core[core.findIndex(({ norm }) => norm === last) + 1]?.norm ?? "";
}

function isAboutFigures(core: readonly Token[], asked: { start: number; length: number }): boolean {
  const before = core
    .slice(0, asked.start)
    .map((token) => token.norm)
    .join(" ");
  return (
    !/^(add|create|remind|i need|delete|complete|finish|mark|write|make|send|prepare|review)/.test(
      before,
    ) && core.length - asked.start - asked.length <= 4
  );
}
