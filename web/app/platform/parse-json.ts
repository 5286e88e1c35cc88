import { AppError } from "./errors";
import { rejectUnstorable } from "./text-input";

/** Escapes of NUL and of surrogates: without one, parsed JSON has neither. */
const SUSPECT = /\\u(0000|d[89a-f])/i;

/** Most values of a request's JSON, and how deep they may be nested: no request of ours has a tenth. */
const VALUES_MAX = 5_000;
const DEPTH_MAX = 32;

/**
 * Parses JSON that a client sent. A megabyte holds half a million values, and whatever looks at each of
 * them, from the parser to the schemas, would hold up everybody: they are counted first.
 *
 * @throws AppError `invalid_json` (400), `invalid_input` (422) for too many values, for values nested
 *   too deep and for a text that cannot be stored
 */
export function parseJson(text: string): unknown {
  rejectManyValues(text);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid_json", 400, { cause });
  }
  if (SUSPECT.test(text)) rejectUnstorable(json);
  return json;
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Rejects a text with more values than a request has. It counts what may be values, without parsing: of
 * text that is no JSON the count means nothing.
 *
 * @throws AppError `invalid_input` (422)
 */
export function rejectManyValues(text: string): void {
  let values = 1;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      at = endOfString(text, at);
      continue;
    }
    if (character === CLOSE_OBJECT || character === CLOSE_ARRAY) depth -= 1;
    if (character === OPEN_OBJECT || character === OPEN_ARRAY) depth += 1;
    else if (character !== COMMA) continue;
    values += 1;
    if (values > VALUES_MAX || depth > DEPTH_MAX) {
      const expected = `JSON of at most ${VALUES_MAX} values, nested at most ${DEPTH_MAX} deep`;
      throw new AppError("invalid_input", 422, { values: { expected, received: "more" } });
    }
  }
}

/** Where the string that begins at `start` ends; the end of a text where it does not. */
function endOfString(text: string, start: number): number {
  let at = start;
  for (;;) {
    at = text.indexOf('"', at + 1);
    if (at < 0) return text.length;
    let before = at;
    while (before - 1 > start && text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 0) return at;
  }
}
