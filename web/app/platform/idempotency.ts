import { createHash } from "node:crypto";
import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "./errors";
import type { Prisma } from "./generated/client";

/** A key under which a person's request takes effect once, whoever repeats it. */
export interface OnceKey {
  userId: string;
  key: string;
  /** Digest of the request: the same key with another request is rejected. */
  fingerprint: string;
}

/** The digest of what makes two requests the same. */
export const fingerprintOf = (...request: unknown[]): string =>
  createHash("sha256").update(JSON.stringify(request)).digest("hex");

/** A digest of a file, made off the main thread. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
}

/**
 * Claims a key in the transaction of its request. A concurrent request with the same key waits here
 * until the first one has committed or failed.
 *
 * @returns the stored result of an earlier request with the key; null for the first one, which then
 *   has to call {@link saveResult}
 * @throws AppError `idempotency_conflict` (422) when the key was used for a different request
 */
export async function claimKey<Result>(
  tx: Db,
  { userId, key, fingerprint }: OnceKey,
): Promise<{ status: number; result: Result } | null> {
  const inserted = await tx.$executeRaw`
    INSERT INTO idempotency_key (user_id, key, request) VALUES (${userId}, ${key}, ${fingerprint})
    ON CONFLICT DO NOTHING`;
  if (inserted > 0) return null;
  const stored = await tx.idempotencyKey.findUnique({ where: { userId_key: { userId, key } } });
  if (!stored || stored.request !== fingerprint || stored.status === null)
    throw new AppError("idempotency_conflict", 422, { field: "Idempotency-Key" });
  return { status: stored.status, result: stored.response as Result };
}

/** Stores the result of the request that claimed a key, for those that repeat it. */
export async function saveResult(
  tx: Db,
  { userId, key }: OnceKey,
  result: object,
  status = 200,
): Promise<void> {
  const where = { userId_key: { userId, key } };
  await tx.idempotencyKey.update({
    where,
    data: { status, response: result as Prisma.InputJsonObject },
  });
}

/** The keys that forms send: a random text of their page or script. */
const SUBMISSION = /^[\w-]{8,64}$/;

/**
 * Handles a submission of a form once: the same submission sent again, as after a lost answer, gets
 * the stored result. The content is part of the key, so a corrected form is another submission.
 *
 * @param form its fields, with the key in `submission`; without one, `work` runs each time
 * @param work must use its transaction only; its result is stored if `ok`
 */
export async function oncePerSubmission<Result extends { ok: boolean }>(
  db: Db,
  userId: string,
  form: Record<string, unknown>,
  work: (tx: Db) => Promise<Result>,
): Promise<Result> {
  const { submission, ...content } = form;
  if (typeof submission !== "string" || !SUBMISSION.test(submission)) return work(db);
  const fingerprint = fingerprintOf(submission, content);
  const once = { userId, key: `form:${fingerprint}`, fingerprint };
  return inTransaction(db, async (tx) => {
    const earlier = await claimKey<Result>(tx, once);
    if (earlier) return earlier.result;
    const result = await work(tx);
    if (result.ok) await saveResult(tx, once, result);
    else await tx.idempotencyKey.delete({ where: { userId_key: { userId, key: once.key } } });
    return result;
  });
}
