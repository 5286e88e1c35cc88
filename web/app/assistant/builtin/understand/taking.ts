import type { Token } from "../text/tokens";
import { isQuestion } from "./asking";
import { readClearing, removesField, takenOut, withoutField } from "./clear";
import type { Command } from "./command";
import { bareVerbLength, closing, isUrduLike, opening, spoken, taskNoun } from "./shape";
import { readUpdate } from "./update";
import type { Utterance } from "./utterance";

/** A property that is taken off a task: "take the due date off …", "stop repeating …". */
export function readTaking(said: Utterance, core: readonly Token[]): Command | null {
  // کام ۲ کی تاریخ ختم کر دو: to end a property is to take it away.
  const last = isUrduLike(core) ? closing.endingAt(core, core.length) : null;
  const ended = last?.value === "complete" ? core.slice(0, -last.length) : [];
  if (/^(khatam|khatm|ختم)/.test(spoken(core.slice(ended.length))) && removesField(ended))
    return readUpdate(said, ended, "remove");
  const takes = takenOut(said, core);
  if (takes) return takes;
  // "Stop the team meeting from repeating"
  if (core[0]?.norm === "stop" && /^(?:repeating|recurring)$/.test(core.at(-1)?.norm ?? "")) {
    const about = core.slice(1, core.at(-2)?.norm === "from" ? -2 : -1);
    if (about.length > 0) return withoutField(said, about, "recurrence");
  }
  // "Take gym out of the health category"
  const out = core.findIndex(({ norm }) => /^(out|from|off)$/.test(norm));
  if (
    /^(take|remove|pull|move|get|drop|delete)$/.test(core[0]?.norm ?? "") &&
    out > 1 &&
    core.at(-1)?.norm === "category"
  )
    return withoutField(said, core.slice(1, out), "category");
  const taking = /^(take|strip|unset|drop|cancel|stop|end)$/.test(core[0]?.norm ?? "");
  if (taking && removesField(core.slice(1))) return readUpdate(said, core.slice(1), "remove");
  // "Bina date wale kaam" are a list.
  if (taskNoun.endingAt(core, core.length) && bareVerbLength(core) === 0 && isUrduLike(core))
    return null;
  const first = opening.at(core, 0);
  const asks = said.question || isQuestion(core);
  return asks || first?.value === "add" || first?.value === "list"
    ? null
    : readClearing(said, core, first?.value === "update" ? first.length : 0);
}
