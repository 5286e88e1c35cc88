import { numberNouns } from "../lexicon/references";
import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import type { Command, Target } from "./command";
import { opening } from "./shape";

const noun = new PhraseBook(numberNouns);

/** A clause that names its task before it says what is to be done: "task 7: set priority to high". */
export function addressed(tokens: readonly Token[]): { id: number; rest: readonly Token[] } | null {
  const named = noun.at(tokens, 0);
  const [number, mark, ...rest] = tokens.slice(named?.length ?? 0);
  const divided = mark?.kind === "mark" && /^[:,،\-–—]$/.test(mark.norm);
  const opens = mark?.norm === ":" && CHANGES.test(opening.at(rest, 0)?.value ?? "");
  return (named || opens) && /^\d{1,6}$/.test(number?.norm ?? "") && divided && rest.length > 0
    ? { id: Number(number?.norm), rest }
    : null;
}

const CHANGES = /^(?:update|complete|reopen|delete)$/;

/** The command about that task, unless it names another itself; `null` where there is none. */
export function aimedAt(command: Command, id: number): Command | null {
  return "target" in command && command.intent !== "unknown" && isUnnamed(command.target)
    ? { ...command, target: { ids: [id], filter: {}, text: "", wholeText: "" } }
    : null;
}

function isUnnamed({ ids, places, everything, text, filter, pointing }: Target): boolean {
  const named = ids.length > 0 || places || everything || text !== "";
  return !named && pointing !== "several" && Object.keys(filter).length === 0;
}
