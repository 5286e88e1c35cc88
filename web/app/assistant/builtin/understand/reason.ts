import { wordSet } from "../text/normalise";
import type { Token } from "../text/tokens";
import { closing, courteous, opening } from "./shape";
import { trimPunctuation } from "./utterance";

const WHY = wordSet(
  "because cause cuz coz bcz kyunke kyunki kyonke kiunke kyun kyonki کیونکہ چونکہ isliye اسلیے",
);
const WHO = wordSet(
  "he she they it i we hes shes theyre its im weve ive theyve wo woh yeh ye usne unhone maine main وہ یہ اسنے انہوں",
);

/**
 * A command without the reason given for it: "reopen the plumber, he never came". What is to be
 * added keeps it, because it may belong to the title.
 */
export function withoutReason(tokens: readonly Token[]): readonly Token[] {
  for (let at = 1; at < tokens.length - 1; at++) {
    const mark = tokens[at]?.kind === "mark" && !/^[:#/]$/.test(tokens[at]?.norm ?? "");
    const why = WHY.has(tokens[at + (mark ? 1 : 0)]?.norm ?? "");
    const who = mark && WHO.has(tokens[at + 1]?.norm ?? "");
    if ((why || who) && commands(tokens.slice(0, at))) return tokens.slice(0, at);
  }
  return tokens;
}

/** Whether some words are a command by themselves, about a task that is there. */
function commands(tokens: readonly Token[]): boolean {
  const core = courteous(trimPunctuation(tokens));
  const meant = opening.at(core, 0) ?? closing.endingAt(core, core.length);
  return meant !== null && !/^(?:add|list)$/.test(meant.value);
}
