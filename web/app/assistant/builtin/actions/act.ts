import { phrasesFor } from "../answers/phrases";
import { readShown } from "../shown";
import type { Steps, Turn } from "../turn";
import type { Command } from "../understand/command";
import { inOrder } from "../understand/order";
import { understand } from "../understand/understand";
import { addTasks } from "./add";
import { changeTasks } from "./change";
import { findTasks } from "./find";
import { followUp } from "./follow-up";
import { listTasks, searchTasks, showTask } from "./list";
import { countTasks, suggestNext, undoLast } from "./overview";
import { restoreTasks } from "./restore";
import { updateTask } from "./update";

/** Carries out everything a message asks for, and ends with the answer. */
export function* act(turn: Turn): Steps {
  const language = turn.written ?? turn.language;
  const written = { ...turn, language, text: inOrder(turn.text, language) };
  const silent = turn.attached && turn.text.trim() === "";
  const commands = silent ? [] : (followUp(written) ?? understand(turn.text, language));
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

function* carryOut(command: Command, turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  switch (command.intent) {
    case "add":
      return yield* addTasks(command.tasks, turn);
    case "list":
      return yield* listTasks(command.filter, command.counting, turn);
    case "search":
      return yield* searchTasks(command, turn);
    case "show":
      return yield* showTask(command, turn);
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
      return yield* suggestNext(turn);
    case "undo":
    case "undo-anyway":
      return yield* undoLast(command.intent === "undo-anyway", turn);
    case "greet":
      return phrases.greeting();
    case "how":
      return phrases.howAreYou();
    case "thanks":
      return phrases.welcome();
    case "bye":
      return phrases.farewell();
    case "help":
      return phrases.help();
    case "identity":
      return phrases.identity();
    case "refrain":
      return phrases.refrained();
    case "answer":
      return command.yes ? phrases.nothingWaiting() : phrases.refrained();
    case "unknown":
      return phrases.unknown();
  }
}
