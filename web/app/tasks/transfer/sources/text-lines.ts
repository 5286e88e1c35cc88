import { FILE_BOUNDS, fileBound } from "../transfer";

/**
 * The lines of a text, one after another.
 *
 * @throws AppError `file_bound` (422) for a line that is no task any more
 */
export function* linesOf(text: string): Generator<string> {
  let at = 0;
  for (let row = 1; at < text.length; row += 1) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    if (end - at > FILE_BOUNDS.fieldLine)
      throw fileBound("line", FILE_BOUNDS.fieldLine, { length: end - at, row });
    yield text.slice(at, end).trimEnd();
    at = end + 1;
  }
}

/** How far a line is indented; a tab is four spaces. */
export function indentOf(line: string): number {
  let indent = 0;
  for (const character of line) {
    if (character === " ") indent += 1;
    else if (character === "\t") indent += 4;
    else break;
  }
  return indent;
}
