import { filterTimes, type TimeContext } from "#app/when/find-times";
import { defaultPreferences } from "#app/when/preferences";
import { clearings } from "../lexicon/changes";
import { englishClasses } from "../lexicon/english-classes";
import { type Priority, statuses } from "../lexicon/filters";
import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import { type Clause, classValue, plainTokens, says, wordsOf } from "./clause";
import type { Filter } from "./command";
import { prioritiesIn } from "./priority";

const status = new PhraseBook(statuses);
const clearing = new PhraseBook(clearings, englishClasses);

/** Reads which tasks a clause describes, apart from the words by which it names them. */
export function readFilter(clause: Clause): Filter {
  const { intent } = clause.reading;
  const filter: Filter = {};
  const tokens = plainTokens(clause);
  const category = wordsOf(clause, "C");
  if (category) filter.group = category;
  readStatus(tokens, filter, intent);
  const found = prioritiesIn(clause);
  // Of an order that sets a priority the last one is what it sets.
  const named = intent === "update" ? found.slice(0, -1)[0] : (found[0] ?? adjective(clause));
  if (named) filter.priority = named;
  readDays(clause, filter);
  const without = clearing.anywhere(tokens)?.value;
  if (without === "due") filter.lacks = "due_at";
  if (without === "category") filter.lacks = "category";
  // "Repeat it monthly" says how it shall repeat, and not which.
  const sets = intent === "update" && clause.times.some(({ said }) => said.repeat);
  if (says(clause, /^repeats$/) && !sets) filter.repeats ??= "";
  if (filter.days && filter.status === "all") delete filter.status;
  return filter;
}

/** "Urgent tasks", ضروری کام: an adjective counts beside a word for tasks. */
function adjective(clause: Clause): Priority | undefined {
  const value = classValue(clause, "urgent");
  return value === "high" || value === "low" ? value : undefined;
}

function readStatus(tokens: readonly Token[], filter: Filter, intent: string): void {
  const seen = new Set<string>();
  for (let at = 0; at < tokens.length; ) {
    const found = status.at(tokens, at);
    if (found) seen.add(found.value);
    at += found?.length ?? 1;
  }
  if (seen.has("overdue")) filter.overdue = true;
  else if (seen.has("completed") && seen.has("open")) filter.status = "all";
  // "Complete everything": the word is the order, and says nothing of which.
  else if (seen.has("completed") && intent !== "complete") filter.status = "completed";
}

function readDays(clause: Clause, filter: Filter): void {
  const { analysis, context } = clause;
  const times = clause.reading.intent === "update" ? clause.moved : clause.times;
  if (times.length === 0) return;
  const { text } = analysis.source;
  const asked = filterTimes(text, times, context);
  // What is deleted or moved is seldom of the past.
  const passed = clause.reading.intent === "delete" && asked?.to && asked.to < today(context);
  const days = passed ? filterTimes(text, times, { ...context, asks: false }) : asked;
  if (days?.undated) filter.lacks = "due_at";
  else if (days?.overdue) filter.overdue = true;
  else if (days) filter.days = { from: days.from, to: days.to };
  for (const { said } of times) {
    if (said.repeat && !days) filter.repeats = "";
    const parts = context.preferences?.parts ?? defaultPreferences(context.locale).parts;
    if (said.part && !said.clock) filter.hour = parts[said.part] / 60;
  }
}

const today = ({ now, timeZone }: TimeContext): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
