import { createHash } from "node:crypto";
import type { Karlo } from "#app/karlo.server";
import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import type { Prisma } from "#app/platform/generated/client";
import { json } from "./operation";

const KEY_MAX = 255;

interface Answer {
  status: number;
  body: unknown;
}

/**
 * Does a creating request once for its `Idempotency-Key`: sent again, it gets the first answer.
 * The key, the effect and the answer are one transaction. Without a key it is simply done.
 * Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 *
 * @throws AppError `idempotency_conflict` (422) when the key came before with another request
 */
export async function onceByKey(
  { db }: Karlo,
  userId: string,
  request: Request,
  input: unknown,
  create: (tx: Db) => Promise<Answer>,
): Promise<Response> {
  const key = request.headers.get("idempotency-key");
  if (key === null) return respond(await create(db));
  if (key === "" || key.length > KEY_MAX) {
    const values = { expected: `a key of 1 to ${KEY_MAX} characters`, received: `${key.length}` };
    throw new AppError("invalid_input", 422, { field: "Idempotency-Key", values });
  }
  const { pathname } = new URL(request.url);
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([request.method, pathname, input]))
    .digest("hex");
  const answer = await db.$transaction(async (tx) => {
    // The second of two at once waits here for the first to commit.
    const taken = await tx.$executeRaw`
      INSERT INTO idempotency_key (user_id, key, request) VALUES (${userId}, ${key}, ${fingerprint})
      ON CONFLICT DO NOTHING`;
    const where = { userId_key: { userId, key } };
    if (taken === 0) return replay(await tx.idempotencyKey.findUnique({ where }), fingerprint);
    const fresh = await create(tx as Db);
    const response = fresh.body as Prisma.InputJsonObject;
    await tx.idempotencyKey.update({ where, data: { status: fresh.status, response } });
    return fresh;
  });
  return respond(answer);
}

function replay(
  kept: { request: string; status: number | null; response: unknown } | null,
  fingerprint: string,
): Answer {
  if (!kept || kept.request !== fingerprint || kept.status === null) {
    throw new AppError("idempotency_conflict", 422, { field: "Idempotency-Key" });
  }
  return { status: kept.status, body: kept.response };
}

function respond({ status, body }: Answer): Response {
  return json(body, status);
}
