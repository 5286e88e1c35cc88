import { readConsent } from "../../language";
import { type Clause, clauseText, restOf, says, whenOf } from "../frames/clause";
import type { Command, Target, Understood } from "../frames/command";
import { blocks, meaningOf } from "../frames/when";
import { textOf } from "../text/tokens";
import type { Shown, Turn } from "../turn";
import { understandEach } from "../understand";
import { bestMatches } from "./match";
import { BARE, bareTarget, before, pointed, settingOf, type Targeted } from "./turn-setting";

/** The answer to a question: which task, or what a new one should say. */
export function answer(turn: Turn): Command[] | null {
  if (turn.questioned === null) return null;
  const commands = before(turn.questioned, turn);
  const unsure = commands.find((command) => command.intent === "unsure");
  if (unsure) return decided(unsure.readings, turn);
  const bare = understandEach(turn.text, settingOf(turn));
  const [only] = bare;
  if (!only) return null;
  if (commands.some(({ intent }) => intent === "ask-title")) return titled(turn, bare);
  const day = commands.length === 1 ? otherDay(commands[0], bare) : null;
  if (day) return [day];
  const open = commands.find(needsTask);
  if (!open || turn.shown.length === 0) return null;
  const consent = readConsent(turn.text);
  if (consent === "no") return [{ intent: "refrain" }];
  if (consent === "yes") return turn.shown.length === 1 ? [named(open, turn.shown)] : null;
  const { command, clause } = only;
  // "Show my tasks" answers nothing, and neither does another order.
  if (!BARE_ANSWER.has(command.intent) && clause.reading.probability > 0.8) return null;
  const chosen = choose(bareTarget(only), turn);
  return chosen ? [named(open, chosen)] : null;
}

/** A command whose day cannot be, with the one that is told instead: "the 28th", after 30 February. */
function otherDay(
  command: Command | undefined,
  [only, ...others]: readonly Understood[],
): Command | null {
  const told =
    command?.intent === "add"
      ? command.tasks
      : command && "changes" in command
        ? [command.changes]
        : [];
  const asked = told.find(({ when }) => when && blocks(meaningOf(when).problems));
  const when =
    only && others.length === 0 && clauseText(only.clause) === "" ? whenOf(only.clause) : undefined;
  const problem = asked?.when && blocks(meaningOf(asked.when).problems);
  if (!command || !problem || !when) return null;
  const month = problem.kind === "impossible" ? (problem.month ?? undefined) : undefined;
  // "The 28th" is of the month that was spoken of.
  const spans = when.spans.map((span) => {
    const { day } = span.said;
    if (!month || day?.day === undefined || day.month) return span;
    return { ...span, said: { ...span.said, day: { ...day, month } } };
  });
  const meant = { when: { ...when, spans } };
  if (command.intent === "add")
    return {
      intent: "add",
      tasks: command.tasks.map((task) => (task === asked ? { ...task, ...meant } : task)),
    };
  return command.intent === "update"
    ? { ...command, changes: { ...command.changes, ...meant } }
    : null;
}

/** What a few words that only say which task are read as. */
const BARE_ANSWER: ReadonlySet<string> = new Set([
  ...BARE,
  ...["add", "delete", "complete", "reopen", "update"],
]);

/** Which of two readings is meant: "1", "the second", or one that says the same again. */
function decided(readings: readonly [Command, Command], turn: Turn): Command[] | null {
  const consent = readConsent(turn.text);
  if (consent === "no") return [{ intent: "refrain" }];
  if (consent === "yes") return [readings[0]];
  const number = /^\s*([12])\s*[.)]?\s*$/.exec(turn.text)?.[1];
  if (number) return [number === "1" ? readings[0] : readings[1]];
  const [only] = understandEach(turn.text, settingOf(turn));
  const place = only && "target" in only.command ? only.command.target.places?.[0] : undefined;
  if (place === 1 || place === 2) return [place === 1 ? readings[0] : readings[1]];
  const word = only?.command.intent;
  const bare = turn.text.trim().split(/\s+/).length < 3;
  const chosen = bare ? readings.find(({ intent }) => intent === word) : undefined;
  return chosen ? [chosen] : null;
}

/** "Bijli ka bill", said after "what should the task say?". */
function titled(turn: Turn, [only, ...others]: readonly Understood[]): Command[] | null {
  if (!only || others.length > 0 || readConsent(turn.text)) return null;
  const { command, clause } = only;
  if (command.intent === "add" && says(clause, /^(?:open|close):add$/)) return null;
  const sure = only.clause.reading.probability > 0.8 && /[?؟]|^(?:add)$/.test(turn.text);
  const word =
    clause.analysis.classes.length === 1 &&
    (clause.analysis.classes[0] ?? []).every((name) => name === "errand");
  const aside = ASIDE.has(command.intent) && !word && clause.reading.probability > LIKELY;
  if (sure || aside) return null;
  const title = textOf(clause.analysis.source, restOf(untagged(clause)));
  const when = whenOf(clause);
  return title === "" ? null : [{ intent: "add", tasks: [{ title, ...(when && { when }) }] }];
}

/** All of an answer is the title, whatever its words were told to be. */
export const untagged = (clause: Clause): Clause => ({
  ...clause,
  tags: clause.tags.map(() => "O" as const),
});

/** A word that is hardly read as anything is an answer. */
const LIKELY = 0.6;

const ASIDE = new Set("list stats help thanks refrain undo bye greet".split(" "));

function needsTask(command: Command): command is Targeted {
  return "target" in command && command.target.ids.length === 0;
}

const named = (command: Targeted, tasks: readonly Pick<Shown, "id">[]): Command => ({
  ...command,
  target: pointed(tasks),
});

/** Which of the tasks shown a short reply names: by number, place, title, or "both". */
function choose(target: Target, { shown, text }: Turn): Shown[] | null {
  const number = /^[#\s]*(\d+)\s*[.)]?$/.exec(text.trim());
  if (number) return pickNumber(Number(number[1]), shown);
  const { ids, places, pointing, everything, names } = target;
  const [id] = ids;
  if (ids.length === 1 && id !== undefined) return pickNumber(id, shown);
  if (ids.length > 1) {
    const found = shown.filter((task) => ids.includes(task.id));
    return found.length === ids.length ? found : null;
  }
  if (places) {
    const chosen = places.flatMap((place) => shown.at(place < 0 ? place : place - 1) ?? []);
    return chosen.length === places.length ? chosen : null;
  }
  if (pointing === "several" || everything) return [...shown];
  return byTitle(shown, names.join(" ") || text);
}

function byTitle(shown: readonly Shown[], text: string): Shown[] | null {
  const [found, ...others] = bestMatches(shown, text);
  return found && others.length === 0 ? [found] : null;
}

/** "2" is the task of that number if it was shown, and otherwise the second that was. */
function pickNumber(number: number, shown: readonly Shown[]): Shown[] | null {
  const found = shown.find(({ id }) => id === number) ?? shown[number - 1];
  return found ? [found] : null;
}
