import { detectLanguage } from "../../language";
import type { Turn } from "../turn";
import type { Command, Target } from "../understand/command";
import { understand } from "../understand/understand";
import { bestMatches } from "./match";

/**
 * The answer to "which one?": the command that was asked about, with the task now named. `null` when
 * nothing was asked, or when the person has gone on to something else.
 */
export function followUp(turn: Turn): Command[] | null {
  if (turn.questioned === null || turn.shown.length === 0) return null;
  const before = understand(turn.questioned, detectLanguage(turn.questioned, turn.language));
  const open = before.find(needsTask);
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

type Targeted = Extract<Command, { target: Target }>;

function needsTask(command: Command): command is Exclude<Targeted, { intent: "unknown" }> {
  return "target" in command && command.intent !== "unknown" && command.target.ids.length === 0;
}

function withIds(command: Targeted, ids: number[]): Command {
  return { ...command, target: { ids, filter: {}, text: "", wholeText: "" } };
}

/** Which of the tasks shown a short reply names: by number, place, title, or "both". */
function choose(reply: Command, turn: Turn): number[] | null {
  const listed = turn.shown.map((task) => task.id);
  const plain = turn.text.trim();
  const number = /^[#\s]*(\d+)\s*[.)]?$/.exec(plain);
  if (number) return pickNumber(Number(number[1]), listed);
  if (!("target" in reply) || (reply.intent !== "unknown" && reply.intent !== "show")) {
    const exact = bestMatches(turn.shown, plain);
    return exact.length === 1 && exact[0] ? [exact[0].id] : null;
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
  const found = bestMatches(turn.shown, target.text || plain);
  return found.length === 1 && found[0] ? [found[0].id] : null;
}

/** "2" is the task of that number if it was shown, and otherwise the second that was. */
function pickNumber(number: number, listed: number[]): number[] | null {
  if (listed.includes(number)) return [number];
  const placed = listed[number - 1];
  return placed === undefined ? null : [placed];
}
