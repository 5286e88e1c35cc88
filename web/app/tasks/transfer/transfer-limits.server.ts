import type { Db } from "#app/platform/database/database";
import type { Config } from "#app/platform/environment";
import { AppError } from "#app/platform/errors";
import { takeAttempt } from "#app/platform/limits";
import { type FormFields, readForm } from "#app/platform/read-form";
import type { CountBytes } from "#app/platform/turns";

interface Limited {
  db: Db;
  config: Pick<Config, "IMPORTS_PER_HOUR" | "EXPORTS_PER_HOUR">;
}

const HOUR = 3_600;
/** How long the body of an import may take to arrive, in milliseconds. */
const BODY_MS = 60_000;

/**
 * Counts an import of a person.
 *
 * @throws AppError `rate_limited` (429) with `retryAfter`
 */
export function countImport({ db, config }: Limited, userId: string): Promise<void> {
  const limit = { max: config.IMPORTS_PER_HOUR, seconds: HOUR, code: "rate_limited" } as const;
  return takeAttempt(db, [{ key: `imports:${userId}`, ...limit }]);
}

/** A person may look at a file a few times before they import it. */
const PREVIEWS_EACH = 10;

/**
 * Counts a preview of a file.
 *
 * @throws AppError `rate_limited` (429) with `retryAfter`
 */
export function countPreview({ db, config }: Limited, userId: string): Promise<void> {
  const max = config.IMPORTS_PER_HOUR * PREVIEWS_EACH;
  const limit = { max, seconds: HOUR, code: "rate_limited" } as const;
  return takeAttempt(db, [{ key: `previews:${userId}`, ...limit }]);
}

/**
 * Counts an export of a person.
 *
 * @throws AppError `rate_limited` (429) with `retryAfter`
 */
export function countExport({ db, config }: Limited, userId: string): Promise<void> {
  const limit = { max: config.EXPORTS_PER_HOUR, seconds: HOUR, code: "rate_limited" } as const;
  return takeAttempt(db, [{ key: `exports:${userId}`, ...limit }]);
}

/**
 * Reads the body of an import within a deadline.
 *
 * @param count counts its bytes; what it throws ends the reading
 * @throws AppError `body_slow` (408)
 */
export function readUpload(request: Request, count: CountBytes): Promise<Uint8Array<ArrayBuffer>> {
  return inTime(readBody(request, count));
}

async function readBody({ body }: Request, count: CountBytes): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    count(next.value.length);
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads the form of an import within a deadline; see {@link readUpload}.
 *
 * @throws AppError `body_slow` (408), `invalid_input` (422)
 */
export const readUploadForm = (request: Request, count: CountBytes): Promise<FormFields> =>
  inTime(readForm(request, count));

async function inTime<T>(reading: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new AppError("body_slow", 408)), BODY_MS);
  try {
    return await Promise.race([reading, promise]);
  } finally {
    clearTimeout(timer);
  }
}
