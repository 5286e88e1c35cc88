import type { Language } from "../../language";
import { phrasesFor } from "../answers/phrases";
import type { Call } from "../turn";

/*
 * How what follows a sentence is written:
 *
 *   add buy milk; due=2026-11-22T17:00; priority=high; category=home; repeat=DAILY
 *   list due_from=2026-11-21 due_to=2026-11-21       the last list_tasks, without its limit
 *   search milk                                      search_tasks
 *   show 3 · complete 3 · reopen 3 · delete 3 · restore 3 · stats · next · undo
 *   change 3 due=none; title=buy bread
 *   all {"filter":{…},"set":{…}}                     bulk_update
 *   asks 3,4                                         nothing is changed; these are offered
 *   says greeting                                    the phrase of that name, and no call
 */

const TALK = [
  "greeting",
  "howAreYou",
  "welcome",
  "farewell",
  "help",
  "identity",
  "unknown",
  "refrained",
] as const;
const NAMES: Record<string, string> = { due_at: "due", recurrence: "repeat" };
const LOOKING = /^(list_tasks|search_tasks|get_task|get_stats)$/;

/** What followed a sentence, as the files write it. */
export function notate(calls: readonly Call[], answer: string, language: Language): string {
  const changes = calls.filter(({ name }) => !LOOKING.test(name));
  // It may have looked before it said so.
  if (answer === phrasesFor(language).unknown()) return "says unknown";
  if (changes.length > 0) return changes.map(noteChange).join(" & ");
  if (/[?؟]/.test(answer) && calls.every(({ name }) => /^(list|search)_tasks$/.test(name))) {
    const offered = [...new Set(answer.match(/#\d+/g) ?? [])];
    if (offered.length > 0) return `asks ${offered.map((id) => id.slice(1)).join(",")}`;
  }
  const shown = calls.filter(({ name }) => name === "get_task");
  if (shown.length > 0) return shown.map(({ arguments: { id } }) => `show ${id}`).join(" & ");
  if (calls.some(({ name }) => name === "get_stats")) return "stats";
  const searched = calls.find(({ name }) => name === "search_tasks");
  if (searched) return `search ${searched.arguments.query}`;
  const lists = calls.filter(({ name }) => name === "list_tasks");
  const listed = lists.findLast((call) => call.arguments.search) ?? lists.at(-1);
  if (listed) return noteList(listed.arguments);
  const phrases = phrasesFor(language);
  return `says ${TALK.find((name) => phrases[name]() === answer) ?? answer}`;
}

function noteList({ limit, ...rest }: Record<string, unknown>): string {
  if (rest.status === "open" && limit === 100) return "next";
  return ["list", ...Object.entries(rest).map(([key, value]) => `${key}=${value}`)].join(" ");
}

function noteChange({ name, arguments: args }: Call): string {
  const { id, title, completed, ...rest } = args;
  switch (name) {
    case "create_task":
      return [`add ${title}`, ...fields(rest)].join("; ");
    case "update_task":
      return `change ${id} ${fields(title === undefined ? rest : { title, ...rest }).join("; ")}`;
    case "toggle_complete":
      return `${completed ? "complete" : "reopen"} ${id}`;
    case "delete_task":
      return `delete ${id}`;
    case "restore_task":
      return `restore ${id}`;
    case "undo_last":
      return "undo";
    default:
      return `all ${JSON.stringify(args)}`;
  }
}

function fields(args: Record<string, unknown>): string[] {
  return Object.entries(args).map(([key, value]) => {
    const plain = Array.isArray(value) ? JSON.stringify(value) : value;
    const short = String(plain ?? "none")
      .replace(/:00\+05:00$/, "")
      .replace(/^FREQ=/, "");
    return `${NAMES[key] ?? key}=${short}`;
  });
}

const READS = /^(?:list|search|show|find|next|stats|says|asks)/;
const UNKNOWN = /^says unknown/;

/**
 * Whether two outcomes are one for the person: the same tasks after it and the same asked. How tasks
 * were looked at is no matter, so long as they were.
 */
export function isSameOutcome(got: string, wanted: string): boolean {
  const read = READS.test(got) && READS.test(wanted) && !/^asks/.test(wanted);
  if (read) return UNKNOWN.test(got) === UNKNOWN.test(wanted);
  return plainOutcome(got) === plainOutcome(wanted);
}

/** Each change with its parts in one order; several changes of one task are one. */
function plainOutcome(follows: string): string {
  const changes = new Map<string, string[]>();
  // The day of a yearly rule is that of its first date.
  for (const part of follows.replace(/YEARLY;BYMONTH=\d+;BYMONTHDAY=\d+/g, "YEARLY").split(" & ")) {
    const [, of = part.trim(), set = ""] = /^(change \d+) (.*)$/.exec(part.trim()) ?? [];
    changes.set(of, [...(changes.get(of) ?? []), ...set.split("; ")]);
  }
  return [...changes]
    .map(([of, sets]) => [of, ...sets.sort()].join(" "))
    .sort()
    .join(" & ");
}
