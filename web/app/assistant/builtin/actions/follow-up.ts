import { readChanges as clauseChanges } from "../frames/changes";
import { clauseText, restOf, says, whenOf } from "../frames/clause";
import { minutesBefore } from "../frames/clause-times";
import type { Changes, Command, Target, Understood } from "../frames/command";
import { openedByCorrection, openedByMore } from "../frames/openings";
import { isNumber } from "../frames/swap";
import { aheadWords, remindingWords } from "../lexicon/reminding";
import { textOf, tokenise } from "../text/tokens";
import type { Turn } from "../turn";
import { understandEach } from "../understand";
import { answer, untagged } from "./answer-question";
import { othersThan } from "./find";
import { BARE, bareTarget, before, isEmpty, lastDone, pointed, settingOf } from "./turn-setting";

/**
 * What a message asks for when it goes on from the one before: the answer to a question, more of
 * the same, or a correction of what was done. `null` when it stands by itself.
 */
export function followUp(turn: Turn): Command[] | null {
  if (turn.earlier.length === 0 && turn.questioned === null) return null;
  if (turn.asked?.withdrawn) return instead(turn);
  const corrected = openedByCorrection(turn.text, turn.written ?? turn.language);
  if (corrected !== null) {
    const rest = { ...turn, text: corrected };
    return answer(rest) ?? answer(turn) ?? correct(rest);
  }
  return answer(turn) ?? attributes(turn) ?? more(turn);
}

/** "The other one", said instead of a yes: the same is asked of another task. */
function instead(turn: Turn): Command[] | null {
  const { asked } = turn;
  if (!asked || asked.kind === "undo") return null;
  const [only, ...others] = understandEach(turn.text, settingOf(turn));
  if (!only || others.length > 0) return null;
  const { command, clause } = only;
  const targeted = "target" in command && clause.reading.probability <= 0.8;
  if (/[?؟]/.test(turn.text) || !(targeted || BARE.has(command.intent))) return null;
  const target = targetOf(command, { ...turn, shown: asked.tasks }) ?? bareTarget(only);
  if (isEmpty(target) || target.everything) return null;
  const last = lastDone(turn);
  if (target.pointing === "other") {
    const others = (turn.known ?? []).filter(
      (task) => !task.completed && !asked.tasks.some(({ id }) => id === task.id),
    );
    if (others.length === 1) Object.assign(target, { ...pointed(others), pointing: undefined });
  }
  if (last && "target" in last) return [{ ...last, target }];
  return asked.kind === "change" ? null : [{ intent: asked.kind, target }];
}

/** "High priority", "at 6pm", said right after one task was spoken of: of that task. */
function attributes(turn: Turn): Command[] | null {
  if (turn.shown.length !== 1 || /[?؟]/.test(turn.text)) return null;
  const [only, ...others] = understandEach(turn.text, settingOf(turn));
  if (!only || others.length > 0) return null;
  const changes = bareChanges(only);
  if (!changes || !(goesOn(turn) || only.command.intent === "ask-title")) return null;
  const reminder = addedReminder(changes, turn);
  const told = reminder === null ? changes : { reminders: [reminder] };
  return [{ intent: "update", target: pointed(turn.shown), changes: told }];
}

/** "And a day before", said right after a reminder was asked for, is one more of it. */
function addedReminder({ when }: Changes, { text, language, earlier }: Turn): number | null {
  const wordsOf = (said: string) => tokenise(said, language !== "en").tokens;
  const reminded = earlier
    .slice(-3)
    .some((said) => wordsOf(said).some(({ norm }) => remindingWords.has(norm)));
  const before = wordsOf(text).some(({ norm }) => aheadWords.has(norm));
  const [only, ...others] = when?.spans ?? [];
  if (!only || !reminded || !before || others.length > 0) return null;
  return openedByMore(text, language) === null ? null : minutesBefore(only);
}

/** Whether the last thing done was of the kind that something may be added to. */
function goesOn(turn: Turn): boolean {
  const [last] = before(turn.earlier.at(-1) ?? "", turn);
  return last !== undefined && !["list", "stats", "next", "delete", "help"].includes(last.intent);
}

/** What a message changes that names no task and says nothing else. */
function bareChanges({ command, clause }: Understood): Changes | null {
  const changes = command.intent === "update" ? command.changes : clauseChanges(clause);
  const kinds = Object.keys(changes);
  if (kinds.length === 0 || changes.title !== undefined) return null;
  if (command.intent === "update") {
    const { pointing = "one", ...named } = command.target;
    return pointing === "one" && isEmpty(named) ? changes : null;
  }
  const said = clauseText(clause);
  // "Remind me again in an hour": of what was just spoken of.
  const again = command.intent === "ask-title" && AGAIN.test(said);
  return said === "" || again ? changes : null;
}

const AGAIN = /^(?:again|once more|(?:phir|phr) se|dobara|دوبارہ|پھر سے)$/iu;

/** "And eggs", "the third too", bread bhi: the same as before, of something else. */
function more(turn: Turn): Command[] | null {
  const rest = openedByMore(turn.text, turn.written ?? turn.language);
  if (rest === null) return null;
  const [reply, ...others] = understandEach(rest, settingOf(turn));
  if (!reply || others.length > 0) return null;
  const { command } = reply;
  // "And two loaves of bread" was not done, as long as no word says so.
  const undone = command.intent === "complete" && !says(reply.clause, /:complete$/);
  const weak = command.intent === "add" && reply.clause.reading.probability < 0.9;
  const empty = command.intent === "update" && Object.keys(command.changes).length === 0;
  const bare = BARE.has(command.intent) || undone || weak || empty;
  if (!bare) return null;
  // "Aur cheque book bhi leni hai" is something to do, whatever was done before.
  const { classes, language } = reply.clause.analysis;
  const errand = language === "en" && classes[0]?.includes("errand") && classes.length > 2;
  if (errand || (says(reply.clause, /^(?:must|infinitive)$/) && command.intent !== "find"))
    return addedToo({ intent: "add", tasks: [] }, reply);
  const last = lastDone(turn);
  if (!last) return null;
  if (last.intent === "add") return addedToo(last, reply);
  return "target" in last ? [{ ...last, target: bareTarget(reply) }] : null;
}

function addedToo(
  last: Extract<Command, { intent: "add" }>,
  { command, clause }: Understood,
): Command[] | null {
  const category = last.tasks[0]?.category;
  const tasks =
    command.intent === "add"
      ? command.tasks
      : [
          {
            title: textOf(clause.analysis.source, restOf(untagged(clause))),
            when: whenOf(clause),
          },
        ];
  const titled = tasks.filter(({ title }) => title !== "");
  if (titled.length === 0) return null;
  return [
    {
      intent: "add",
      tasks: titled.map((task) => ({ ...(category ? { category } : {}), ...task })),
    },
  ];
}

/** What was done, done otherwise: another date for the task, or the same to another task. */
function correct(turn: Turn): Command[] | null {
  const each = understandEach(turn.text, settingOf(turn));
  const [only, ...others] = each;
  if (!only) return null;
  const changes = others.length === 0 ? bareChanges(only) : null;
  if (changes && turn.shown.length > 0)
    return [{ intent: "update", target: pointed(turn.shown), changes }];
  const last = lastDone(turn);
  const { command } = only;
  const sure =
    only.clause.reading.probability > 0.8 &&
    command.intent !== "find" &&
    command.intent !== "unknown";
  if (sure || !last || others.length > 0 || turn.questioned !== null) return null;
  if (last.intent === "add" && last.tasks.length === 1 && turn.shown.length === 1) {
    const title = clauseText(only.clause);
    // "Make that 6" is an hour, and no name.
    return title === "" || isNumber(title)
      ? null
      : [{ intent: "update", target: pointed(turn.shown), changes: { title } }];
  }
  if (!("target" in last)) return null;
  const target = targetOf(command, turn) ?? bareTarget(only);
  // "No, keep them": what was just spoken of is no other task.
  if (target.pointing === "one" || target.pointing === "several") return null;
  return [{ intent: "undo" }, { ...last, target }];
}

function targetOf(command: Command, turn: Turn): Target | null {
  if (!("target" in command)) return null;
  if (command.target.pointing !== "other") return command.target;
  const [other, ...more] = othersThan(turn);
  return other && more.length === 0 ? pointed([other]) : command.target;
}
