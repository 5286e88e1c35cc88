import { json } from "#app/api/rest/operation";
import type { AppContext } from "#app/app-context";
import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import { claimKey, fingerprintOf, type OnceKey, saveResult } from "#app/platform/idempotency";

const KEY_MAX = 255;

/** Printable ASCII, as in any header. */
const KEY = /^[\x21-\x7e][\x20-\x7e]*$/;

/** A response with a JSON body. */
interface JsonResponse {
  status: number;
  body: object;
  etag?: string;
}

/**
 * The key of a request's `Idempotency-Key`.
 * Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 *
 * @param input the parsed input, which a retry must repeat
 * @returns null without the header
 * @throws AppError `invalid_input` (422) for a header that is no key
 */
export function onceKeyOf(request: Request, userId: string, input: unknown): OnceKey | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (key.length > KEY_MAX || !KEY.test(key)) {
    const values = { expected: `a key of 1 to ${KEY_MAX} characters`, received: `${key.length}` };
    throw new AppError("invalid_input", 422, { field: "Idempotency-Key", values });
  }
  const { pathname } = new URL(request.url);
  return { userId, key, fingerprint: fingerprintOf(request.method, pathname, input) };
}

/**
 * Executes a request once per `Idempotency-Key`: a retry gets the stored response. Key, effect and
 * response are written in one transaction. Without a key the request is executed directly.
 *
 * @param input the parsed input, which a retry must repeat
 * @param create executes the request
 * @throws AppError `idempotency_conflict` (422) when the key was used for a different request
 */
export async function onceByKey(
  { db }: Pick<AppContext, "db">,
  userId: string,
  request: Request,
  input: unknown,
  create: (tx: Db) => Promise<JsonResponse>,
): Promise<Response> {
  const once = onceKeyOf(request, userId, input);
  if (!once) return toResponse(request, await create(db));
  const result = await inTransaction(db, async (tx) => {
    const earlier = await claimKey<object>(tx, once);
    if (earlier) return { status: earlier.status, body: earlier.result } as JsonResponse;
    const fresh = await create(tx);
    await saveResult(tx, once, fresh.body, fresh.status);
    return fresh;
  });
  return toResponse(request, result);
}

/** The response; to what was made, with its address (RFC 9110, 15.3.2). */
function toResponse(request: Request, { status, body, etag }: JsonResponse): Response {
  const { id } = body as { id?: unknown };
  const headers: Record<string, string> = {};
  if (etag !== undefined) headers.etag = etag;
  if (status === 201 && id !== undefined)
    headers.location = `${new URL(request.url).pathname.replace(/\/$/, "")}/${id}`;
  return json(body, status, headers);
}
