import { detectLanguage } from "../../language";
import { tokenise } from "../text/tokens";
import type { Shown, Turn } from "../turn";
import type { Command, Target } from "../understand/command";
import { type Correction, readAttributes, readCorrection } from "../understand/correction";
import { bareVerbLength } from "../understand/shape";
import { understand } from "../understand/understand";
import { othersThan } from "./find";
import { bestMatches } from "./match";

/**
 * What a message asks for when it goes on from the one before: the answer to "which one?", or a
 * correction of what was done. `null` when it stands by itself.
 */
export function followUp(turn: Turn): Command[] | null {
  const correction = readCorrection(turn.text, turn.language, turn.earlier.at(-1));
  if (!correction) return answer(turn) ?? addition(turn) ?? again(turn);
  return answer({ ...turn, text: correction.text }) ?? answer(turn) ?? correct(correction, turn);
}

/** The command that was asked about, with the task now named. */
function answer(turn: Turn): Command[] | null {
  if (turn.questioned === null || turn.shown.length === 0) return null;
  const open = understandBefore(turn.questioned, turn).find(needsTask);
  if (!open) return null;
  const [reply] = understand(turn.text, turn.language);
  if (!reply) return null;
  if (reply.intent === "answer") {
    const [only] = turn.shown;
    return reply.yes && only && turn.shown.length === 1 ? [withIds(open, [only.id])] : null;
  }
  const chosen = choose(reply, turn);
  return chosen ? [withIds(open, chosen)] : null;
}

/** "High priority", "at 6pm", said right after a task was added or changed: of that task. */
function addition(turn: Turn): Command[] | null {
  const changes = readAttributes(turn.text, turn.language, turn.earlier.at(-1));
  if (!changes || turn.shown.length !== 1) return null;
  const before = [...turn.earlier]
    .reverse()
    .filter((text) => !readAttributes(text, turn.language) && !readCorrection(text, turn.language));
  const [command] = understandBefore(before[0] ?? "", turn);
  const goesOn = command?.intent === "add" || command?.intent === "update";
  return goesOn
    ? [{ intent: "update", target: named(turn.shown.map(({ id }) => id)), changes }]
    : null;
}

/** "And the first", teesra bhi: the same as before, of another task that was listed. */
function again(turn: Turn): Command[] | null {
  const goesOn = /^(?:and|also|plus|aur|or|اور)\s|\s(?:too|as well|also|bhi|بھی)[.!۔]?$/i;
  const text = withoutVerb(turn);
  if (!goesOn.test(text.trim())) return null;
  const [reply, ...others] = understand(text, turn.language);
  const bare = reply?.intent === "unknown" || reply?.intent === "show";
  if (!reply || !bare || others.length > 0) return null;
  const { ids, places, pointing } = reply.target;
  const title = reply.target.text;
  const repeated = lastTargeted(turn);
  const beside = pointing === "before" || pointing === "after";
  const named = ids.length > 0 || places || beside || (title !== "" && title.split(" ").length < 4);
  if (!repeated || repeated.intent === "show" || !named) return null;
  return [{ ...repeated, target: reply.target }];
}

/** "Us se pehle wala bhi kar do": the verb says no more than the "also". */
function withoutVerb({ text, language }: Turn): string {
  const { tokens } = tokenise(text, language !== "en");
  const length = language === "en" ? 0 : bareVerbLength(tokens);
  return text.slice(0, tokens.at(-length - 1)?.end ?? 0);
}

/** What was done, done otherwise: another date for the task, or the same to another task. */
function correct({ changes, other, target, text }: Correction, turn: Turn): Command[] | null {
  const ids = turn.shown.map(({ id }) => id);
  if (changes && ids.length > 0) return [{ intent: "update", target: named(ids), changes }];
  const commands = understand(text, turn.language);
  const plain = commands.every(({ intent }) => intent !== "unknown" && intent !== "answer");
  const repeated = lastTargeted(turn);
  const meant = other ? otherThan(turn) : target;
  const points = meant && (meant.ids.length > 0 || meant.places || meant.text !== "");
  const [before] = understandBefore(turn.earlier.at(-1) ?? "", turn);
  const added = before?.intent === "add" && before.tasks.length === 1 && ids.length === 1;
  // "Add eggs": "sorry, I meant eggs and butter".
  if (added && !plain && target.text !== "" && !target.everything)
    return [
      { intent: "update", target: named(ids), changes: { title: text.replace(/[\s.!۔]+$/, "") } },
    ];
  const bare = commands.length === 1 && (!plain || commands[0]?.intent === "show" || other);
  if (bare && points && repeated && turn.questioned === null) {
    const again = { ...repeated, target: meant };
    return repeated.intent === "show" ? [again] : [{ intent: "undo" }, again];
  }
  return plain ? commands : null;
}

/** The last command that was about a task; "the milk one" in between only said which. */
function lastTargeted(turn: Turn): Targeted | null {
  for (const text of [...turn.earlier].reverse()) {
    const commands = understandBefore(text, turn);
    const found = commands.find(
      (command): command is Targeted => "target" in command && command.intent !== "unknown",
    );
    if (found) return found;
    if (commands.some(({ intent }) => intent !== "unknown")) return null;
  }
  return null;
}

/** The one of two shown tasks that the last answer did not speak of. */
function otherThan(turn: Turn): Target | null {
  const [only, ...rest] = othersThan(turn);
  return only && rest.length === 0 ? named([only.id]) : null;
}

type Targeted = Extract<Command, { target: Target }>;

function understandBefore(text: string, turn: Turn): Command[] {
  return understand(text, detectLanguage(text, turn.language));
}

function needsTask(command: Command): command is Exclude<Targeted, { intent: "unknown" }> {
  return "target" in command && command.intent !== "unknown" && command.target.ids.length === 0;
}

function withIds(command: Targeted, ids: number[]): Command {
  return { ...command, target: named(ids) };
}

function named(ids: number[]): Target {
  return { ids, filter: {}, text: "", wholeText: "" };
}

/** Which of the tasks shown a short reply names: by number, place, title, or "both". */
function choose(reply: Command, { shown, text }: Turn): number[] | null {
  const listed = shown.map((task) => task.id);
  const plain = text.trim();
  const number = /^[#\s]*(\d+)\s*[.)]?$/.exec(plain);
  if (number) return pickNumber(Number(number[1]), listed);
  if (!("target" in reply) || (reply.intent !== "unknown" && reply.intent !== "show")) {
    return byTitle(shown, plain);
  }
  const { target } = reply;
  const [id] = target.ids;
  if (target.ids.length === 1 && id !== undefined) return pickNumber(id, listed);
  if (target.ids.length > 1)
    return target.ids.every((one) => listed.includes(one)) ? target.ids : null;
  if (target.places) {
    const chosen = target.places.map((place) => listed.at(place < 0 ? place : place - 1));
    return chosen.every((one) => one !== undefined) ? chosen : null;
  }
  if (target.pointing === "several" || target.everything) return listed;
  return byTitle(shown, target.text || plain);
}

function byTitle(shown: readonly Shown[], text: string): number[] | null {
  const [found, ...others] = bestMatches(shown, text);
  return found && others.length === 0 ? [found.id] : null;
}

/** "2" is the task of that number if it was shown, and otherwise the second that was. */
function pickNumber(number: number, listed: number[]): number[] | null {
  if (listed.includes(number)) return [number];
  const placed = listed[number - 1];
  return placed === undefined ? null : [placed];
}
