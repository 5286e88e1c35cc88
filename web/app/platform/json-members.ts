import { Buffer } from "node:buffer";
import { AppError } from "./errors";

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x7b, 0x7d, 0x5b, 0x5d];

/** A member of a JSON object, or one item of a member that is an array. */
export interface JsonMember {
  name: string;
  /** The item's index in its array; null for a member as a whole. */
  index: number | null;
  value: unknown;
}

/**
 * Reads the members of the object that a JSON text (RFC 8259) is, one after another, and the items of
 * large arrays one by one: neither the text nor what it holds is in memory as a whole.
 *
 * @param bytes the text in UTF-8
 * @param arrays names of the members that are read item by item; each must be an array
 * @param depthMax how deep a member's or item's arrays and objects may be nested
 * @throws SyntaxError where the text is not such JSON; AppError `file_bound` (422)
 */
export function* readJsonMembers(
  bytes: Uint8Array,
  arrays: readonly string[],
  depthMax: number,
): Generator<JsonMember> {
  const reader = new JsonReader(bytes, depthMax);
  const seen = new Set<string>();
  reader.expect(OPEN_OBJECT);
  if (!reader.takes(CLOSE_OBJECT)) {
    do {
      const name = reader.value();
      if (typeof name !== "string" || seen.has(name)) throw new SyntaxError("no member name");
      seen.add(name);
      reader.expect(COLON);
      if (arrays.includes(name)) yield* readItems(reader, name);
      else yield { name, index: null, value: reader.value() };
    } while (reader.takes(COMMA));
    reader.expect(CLOSE_OBJECT);
  }
  reader.end();
}

/**
 * Reads the value that a JSON text is.
 *
 * @param bytes the text in UTF-8
 * @param depthMax how deep its arrays and objects may be nested
 * @throws SyntaxError where the text is not JSON; AppError `file_bound` (422)
 */
export function readJsonValue(bytes: Uint8Array, depthMax: number): unknown {
  const reader = new JsonReader(bytes, depthMax);
  const value = reader.value();
  reader.end();
  return value;
}

function* readItems(reader: JsonReader, name: string): Generator<JsonMember> {
  reader.expect(OPEN_ARRAY);
  if (reader.takes(CLOSE_ARRAY)) return;
  let index = 0;
  do {
    yield { name, index, value: reader.value() };
    index += 1;
  } while (reader.takes(COMMA));
  reader.expect(CLOSE_ARRAY);
}

/** Finds where each value ends; what is within it is left to `JSON.parse`. */
class JsonReader {
  private readonly buffer: Buffer;
  private readonly decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  private at = 0;

  constructor(
    bytes: Uint8Array,
    private readonly depthMax: number,
  ) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // The byte order mark that some editors write.
    if (this.buffer.subarray(0, 3).equals(BYTE_ORDER_MARK)) this.at = 3;
  }

  /** Passes a character, after white space. */
  expect(character: number): void {
    if (!this.takes(character)) throw new SyntaxError(`unexpected character at ${this.at}`);
  }

  /** Passes a character if it comes next, after white space. */
  takes(character: number): boolean {
    this.skipSpace();
    if (this.buffer[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  /** Nothing but white space follows. */
  end(): void {
    this.skipSpace();
    if (this.at < this.buffer.length) throw new SyntaxError(`unexpected character at ${this.at}`);
  }

  value(): unknown {
    this.skipSpace();
    const start = this.at;
    this.skipValue();
    return JSON.parse(this.decoder.decode(this.buffer.subarray(start, this.at)));
  }

  private skipSpace(): void {
    while (isSpace(this.buffer[this.at])) this.at += 1;
  }

  private skipValue(): void {
    const { buffer } = this;
    let depth = 0;
    let deepest = 0;
    do {
      const character = buffer[this.at];
      if (character === undefined) throw new SyntaxError("unexpected end");
      if (character === QUOTE) {
        this.skipString();
        continue;
      }
      if (character === OPEN_OBJECT || character === OPEN_ARRAY) {
        depth += 1;
        deepest = Math.max(deepest, depth);
      } else if (character === CLOSE_OBJECT || character === CLOSE_ARRAY) {
        depth -= 1;
        if (depth < 0) throw new SyntaxError(`unexpected character at ${this.at}`);
      } else if (depth === 0) {
        // A number or a word, whatever it is.
        this.skipWord();
        continue;
      }
      this.at += 1;
    } while (depth > 0);
    if (deepest > this.depthMax) {
      const values = { bound: "depth", max: this.depthMax, length: deepest };
      throw new AppError("file_bound", 422, { values });
    }
  }

  private skipString(): void {
    const { buffer } = this;
    const start = this.at;
    do {
      this.at = buffer.indexOf(QUOTE, this.at + 1);
      if (this.at < 0) throw new SyntaxError("a string does not end");
    } while (isEscaped(buffer, start, this.at));
    this.at += 1;
  }

  private skipWord(): void {
    const { buffer } = this;
    const start = this.at;
    while (this.at < buffer.length && !endsWord(buffer[this.at])) this.at += 1;
    if (this.at === start) throw new SyntaxError(`unexpected character at ${start}`);
  }
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Whether an odd number of backslashes precedes the character. */
function isEscaped(buffer: Buffer, start: number, at: number): boolean {
  let before = at;
  while (before - 1 > start && buffer[before - 1] === BACKSLASH) before -= 1;
  return (at - before) % 2 === 1;
}

const isSpace = (character: number | undefined): boolean =>
  character === 0x20 || character === 0x0a || character === 0x0d || character === 0x09;

const endsWord = (character: number | undefined): boolean =>
  isSpace(character) ||
  character === COMMA ||
  character === CLOSE_OBJECT ||
  character === CLOSE_ARRAY ||
  character === COLON;
