import { type DateMark, recogniseDates } from "../dates/recognise";
import { wordSet } from "../text/normalise";
import type { Source, Token } from "../text/tokens";

const AND = wordSet("and & aur اور plus");
const COMMA = wordSet(", ،");

/** "Gym on Monday and Wednesday": the same words once for each day, or each hour. */
export function onEachDay(source: Source, piece: readonly Token[]): (readonly Token[])[] {
  const marks = recogniseDates(piece);
  const joints = marks.map((mark, at) => jointOf(source, piece, mark, marks[at + 1]));
  const first = joints.findIndex((joint) => joint.length > 0);
  if (first < 0) return [piece];
  const length = joints.slice(first).findIndex((joint) => joint.length === 0);
  // "Monday, 24 November" is one day; of several the last one has its "and".
  if (!joints[first + length - 1]?.some(({ norm }) => AND.has(norm))) return [piece];
  const run = marks.slice(first, first + length + 1);
  const before = piece.slice(0, run[0]?.start);
  const behind = piece.slice(run.at(-1)?.end);
  return run.map(({ start, end }) => [...before, ...piece.slice(start, end), ...behind]);
}

/** The joint that alone stands between two marks that say the same kind of thing, as it was said. */
function jointOf(
  { tokens }: Source,
  piece: readonly Token[],
  mark: DateMark,
  next: DateMark | undefined,
): readonly Token[] {
  if (!next || kinds(mark) !== kinds(next)) return [];
  const last = piece[mark.end - 1];
  const day = piece.slice(next.start, next.end).find((token) => !isJoint(token));
  const joint = tokens.slice((last?.index ?? 0) + 1, day?.index);
  return joint.every(isJoint) ? joint : [];
}

function isJoint({ norm }: Token): boolean {
  return AND.has(norm) || COMMA.has(norm);
}

function kinds({ when }: DateMark): string {
  return Object.keys(when).sort().join();
}
