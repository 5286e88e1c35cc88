import { phrasesFor } from "../answers/phrases";
import { quoted } from "../answers/quoted";
import type { Command, Plain } from "../frames/command";
import { readSteps } from "../frames/steps";
import { readShown } from "../shown";
import type { Steps, Turn } from "../turn";
import { understand } from "../understand";
import { addTasks } from "./add";
import { addSteps } from "./add-steps";
import { changeTasks } from "./change";
import { findTasks } from "./find";
import { followUp } from "./follow-up";
import { listTasks, showTasks, tellLists } from "./list";
import { countTasks, undoLast } from "./overview";
import { planDay } from "./plan-day";
import { restoreTasks } from "./restore";
import { settingOf } from "./turn-setting";
import { updateTask } from "./update";

/** Carries out everything a message asks for, and ends with the answer. */
export function* act(turn: Turn): Steps {
  const steps = readSteps(turn.text);
  if (steps) return yield* addSteps(steps, turn);
  const silent = turn.attached && turn.text.trim() === "";
  const commands = silent ? [] : (followUp(turn) ?? understand(turn.text, settingOf(turn)));
  const said: string[] = [];
  let now = turn;
  for (const [at, command] of commands.entries()) {
    const instead = command.intent === "undo" ? commands[at + 1] : undefined;
    // What is to be done instead has to be there before anything is taken back.
    if (instead && "target" in instead) {
      const found = yield* findTasks(instead.target, turn, "any");
      if (found.kind === "said") return found.text;
    }
    // What it says about files is the answer to what it may mean.
    if (turn.attached && command.intent === "unknown") continue;
    const answer = yield* carryOut(command, now);
    const shown = readShown(answer);
    // "Add milk and make it urgent": it is what the command before was about.
    if (shown.length > 0) now = { ...now, shown };
    said.push(answer);
  }
  if (turn.attached) said.push(phrasesFor(turn.language).attached(turn.attached));
  return said.join("\n");
}

/** What of a command is named in a question. */
function partsOf(command: Command): [Command["intent"], string[]] {
  const names =
    command.intent === "add"
      ? command.tasks.map(({ title }) => title)
      : "target" in command
        ? command.target.names
        : [];
  return [command.intent, names.map(quoted)];
}

function* carryOut(command: Command, turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  switch (command.intent) {
    case "add":
      return yield* addTasks(command.tasks, turn);
    case "list":
      return yield* listTasks(command.filter, command.counting, turn);
    case "find":
      return yield* showTasks(command.target, turn);
    case "complete":
    case "reopen":
    case "delete":
      return yield* changeTasks(command, turn);
    case "restore":
      return yield* restoreTasks(command.target, turn);
    case "update":
      return yield* updateTask(command, turn);
    case "stats":
      return yield* countTasks(command.focus, turn);
    case "next":
      return yield* planDay(turn);
    case "lists":
      return yield* tellLists(turn);
    case "undo":
      return yield* undoLast(turn);
    case "unsure":
      turn.offer?.(
        command.readings.map((reading, at) => ({
          label: phrases.choice(...partsOf(reading)),
          says: String(at + 1),
        })),
      );
      return phrases.unsure(
        command.readings.map((reading) => phrases.reading(...partsOf(reading))),
      );
    case "answer":
      return command.yes ? phrases.nothingWaiting() : phrases.refrained();
    default:
      if (command.intent === "unknown") turn.doubt?.("unknown");
      if (command.intent === "ask-title") turn.doubt?.("asked");
      return SAID[command.intent](phrases);
  }
}

/** What is answered in one sentence. */
const SAID: Record<
  Exclude<Plain, "next" | "undo" | "lists">,
  (phrases: ReturnType<typeof phrasesFor>) => string
> = {
  greet: (phrases) => phrases.greeting(),
  how: (phrases) => phrases.howAreYou(),
  thanks: (phrases) => phrases.welcome(),
  bye: (phrases) => phrases.farewell(),
  help: (phrases) => phrases.help(),
  identity: (phrases) => phrases.identity(),
  refrain: (phrases) => phrases.refrained(),
  "ask-title": (phrases) => phrases.needsTitle(),
  "too-long": (phrases) => phrases.tooLong(),
  unknown: (phrases) => phrases.unknown(),
};
