import { Buffer } from "node:buffer";
import type { MIMEType } from "node:util";
import { AppError } from "./errors";

/** Most fields of a form: the longest of ours has some thirty. */
export const FIELDS_MAX = 500;
/** Most bytes of the headers of one part. */
const HEADERS_MAX = 4_096;

/**
 * The form in a multipart body (RFC 7578), whose parts are counted as they come in: the parser needs
 * far longer for many small ones than for a file of the same size.
 *
 * @param count counts the bytes; what it throws ends the reading
 * @throws AppError `invalid_input` (422) for a form with too many fields; the parser's TypeError
 */
export async function readParts(
  request: Request,
  type: MIMEType,
  count: (bytes: number) => void,
): Promise<FormData> {
  const counter = new PartCounter(type.params.get("boundary") ?? "");
  let refused: unknown;
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        // The rest is let pass by: a sender who is cut off sees no answer.
        if (refused) return;
        try {
          count(chunk.length);
          counter.take(chunk);
          controller.enqueue(chunk);
        } catch (error) {
          refused = error;
        }
      },
    }),
  );
  // The type as it was understood here: the parser must not see another boundary.
  const form = new Response(counted, { headers: { "content-type": type.toString() } });
  try {
    return await form.formData();
  } catch (error) {
    throw refused ?? error;
  }
}

/** The error of a form with too many fields. */
export const tooManyFields = (): AppError =>
  new AppError("invalid_input", 422, {
    values: { expected: `a form of at most ${FIELDS_MAX} fields`, received: "more" },
  });

/** Counts the parts of a multipart body and the bytes of their headers. */
class PartCounter {
  private readonly delimiter: Buffer;
  /** What may be the beginning of a delimiter, or of the end of headers. */
  private pending: Buffer = Buffer.alloc(0);
  private inHeaders = false;
  private parts = 0;

  constructor(boundary: string) {
    this.delimiter = Buffer.from(`--${boundary}`);
  }

  /** Counts on in the next bytes. */
  take(chunk: Uint8Array): void {
    const next = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const bytes = this.pending.length > 0 ? Buffer.concat([this.pending, next]) : next;
    let at = 0;
    for (let end = 0; end >= 0; ) {
      end = this.inHeaders ? this.passHeaders(bytes, at) : this.passContent(bytes, at);
      if (end >= 0) at = end;
    }
    const kept = this.inHeaders ? at : Math.max(at, bytes.length - this.delimiter.length + 1);
    // A copy: the chunk is the parser's.
    this.pending = Buffer.from(bytes.subarray(kept));
  }

  /** Where the headers that begin at `at` end; -1 when they go on. */
  private passHeaders(bytes: Buffer, at: number): number {
    const end = bytes.subarray(at, at + HEADERS_MAX).indexOf("\r\n\r\n");
    if (end < 0) {
      if (bytes.length - at > HEADERS_MAX) throw tooManyFields();
      return -1;
    }
    this.inHeaders = false;
    // The content may be nothing: its delimiter begins with the same line end.
    return at + end + 2;
  }

  /** Where the next delimiter ends; -1 when there is none yet. */
  private passContent(bytes: Buffer, at: number): number {
    const found = bytes.indexOf(this.delimiter, at);
    if (found < 0) return -1;
    this.parts += 1;
    // The last delimiter begins no part.
    if (this.parts > FIELDS_MAX + 1) throw tooManyFields();
    this.inHeaders = true;
    return found + this.delimiter.length;
  }
}
