import { wordSet } from "../text/normalise";
import type { Token } from "../text/tokens";
import { isBarePriority } from "./attributes";
import type { Classified, Clues } from "./clues";
import * as shape from "./shape";

/** What may be said of a task that is announced: "three new things please: …". */
const ANNOUNCES = wordSet(
  "wala wali والا والی ek aik ایک hai he is ہے new very bohat bohot boht bahut bht bara بہت نہایت بڑا انتہائی sab se نیا naya my mera میرا a really super quick one thing another last small little chota sa si chhota چہوٹا سا سی 1 2 3 4 5 6 7 8 9 two three four some few couple please of for me these the following more do teen char دو تین چار یہ ye yeh",
);

function isAnnouncement(token: Token): boolean {
  return (
    shape.taskNoun.at([token], 0) !== null || isBarePriority(token) || ANNOUNCES.has(token.norm)
  );
}

/** "Ek kaam likho: gari ki service": the verb stands before a colon, the title behind it. */
export function announced({ core }: Clues): Classified | null {
  const colon = core.findIndex((token) => /^[:\-–—]$/.test(token.norm));
  // "Task 7: …" is about that task.
  if (/^\d+$/.test(core[colon - 1]?.norm ?? "")) return null;
  const opened = core.slice(0, Math.max(colon, 0));
  const verb = shape.opening.at(opened, 0);
  // "Put down a couple of things for me: …"
  const ahead = verb?.value === "add" ? opened.slice(verb.length) : opened;
  if (colon < 1 || ahead.length > 6 || colon === core.length - 1) return null;
  // "Urgent task: fix the server" needs no verb at all.
  if (ahead.length > 0 && ahead.every((token) => isAnnouncement(token))) {
    const rated = ahead.filter(isBarePriority);
    return { intent: "add", rest: [...rated, ...core.slice(colon)], by: "opening", verb: "" };
  }
  if (core[colon]?.norm !== ":") return null;
  // "Sauda lena hai: doodh, anday": what has to be done, and of what it consists.
  const bound = shape.obligation.endingAt(ahead, ahead.length);
  if (shape.isInfinitive(ahead.at(-(bound?.length ?? 0) - 1))) {
    return { intent: "add", rest: core, by: "obligation", verb: "" };
  }
  const last = shape.closing.endingAt(ahead, ahead.length);
  if (!last || ahead.length - last.length > 4) return null;
  const rated = last.value === "add" ? ahead.slice(0, -last.length).filter(isBarePriority) : [];
  return {
    intent: last.value,
    rest: [...rated, ...core.slice(colon + (rated.length > 0 ? 0 : 1))],
    by: "opening",
    verb: "",
  };
}

/** "Electrician ko bulana hai, pankha kharab hai": what has to be done, and more said of it. */
export function dueAndMore({ core, urdu, asks, last }: Clues): Classified | null {
  const at = core.findIndex(
    (token, place) => shape.isInfinitive(token) && shape.obligation.at(core, place + 1) !== null,
  );
  if (!urdu || asks || last || at < 1) return null;
  const bound = shape.obligation.at(core, at + 1)?.length ?? 0;
  const rest = [...core.slice(0, at + 1), ...core.slice(at + 1 + bound)];
  return { intent: "add", rest, by: "obligation", verb: "" };
}

/** "Milk, bread, eggs": three or more things of a word or two. */
export function thingsAlone({ core, asks, first, last }: Clues): Classified | null {
  const pieces: number[] = [0];
  for (const token of core) {
    if (/^[,،]$/.test(token.norm)) pieces.push(0);
    else if (token.kind === "word") pieces.push((pieces.pop() ?? 0) + 1);
    else return null;
  }
  const things = pieces.length > 2 && pieces.every((words) => words > 0 && words < 3);
  return things && !asks && !first && !last
    ? { intent: "add", rest: core, by: "shape", verb: "" }
    : null;
}
