import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { giveBackNumbers, takeNumbers } from "#app/tasks/task/take-numbers.server";
import type { Actor } from "#app/tasks/task/task";
import { type ImportOptions, insertBatch, notifyLists, WRITE_MS } from "../import-tasks.server";
import type { ReadSource } from "../sources/read-source";
import { changeImported } from "./change-imported.server";
import { type ImportPlan, planImport } from "./plan-import.server";

/** Imports that a person can still undo. */
const IMPORTS_KEPT = 20;

/** What is kept of the name of a file, in characters. */
const NAME_MAX = 200;

/** What an import has done. */
export interface WrittenImport extends Pick<ImportPlan, "same" | "trashed"> {
  /** Names the import, to undo it; null where nothing was written. */
  importId: string | null;
  /** How many tasks were added, and how many changed. */
  imported: number;
  changed: number;
  /** The first of the consecutive numbers of the tasks that were added. */
  firstNumber: number | null;
}

/** An import that another one overtakes is planned anew so often. */
const ATTEMPTS = 3;

/** Another import has brought one of the tasks since this one was planned. */
class Overtaken extends Error {}

/**
 * Writes the tasks of a file in one transaction: new ones are created, those that came from the same
 * source before are changed where the file has changed.
 *
 * @throws AppError `tasks_full` (422), `busy` (503); the signal's reason
 */
export async function writeImport(
  db: Db,
  actor: Actor,
  read: ReadSource,
  fileName: string,
  options: ImportOptions = {},
): Promise<WrittenImport> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      return await writeOnce(db, actor, read, fileName, options);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
  throw new AppError("busy", 503, { values: { retryAfter: 1 } });
}

/** Numbers are taken before the transaction, as for `insertTasks`. */
async function writeOnce(
  db: Db,
  actor: Actor,
  read: ReadSource,
  fileName: string,
  options: ImportOptions,
): Promise<WrittenImport> {
  const { userId } = actor;
  const plan = await planImport(db, userId, read.source, read.keys);
  const { same, trashed, fresh } = plan;
  const nothing = { importId: null, imported: 0, changed: 0, firstNumber: null, same, trashed };
  if (fresh.length + plan.changed.length === 0) return nothing;
  const importId = randomUUID();
  const created = fresh.length;
  const taken =
    created > 0
      ? await takeNumbers(db, userId, {
          tasks: created,
          taskNumbers: created,
          conversationNumbers: 0,
        })
      : null;
  const first = taken && taken.lastTask + 1;
  const write = async (tx: Db) => {
    await query(
      tx,
      Prisma.sql`
      INSERT INTO task_import (id, user_id, source, file_name, created, changed)
      VALUES (${importId}::uuid, ${userId}, ${read.source}, ${storedName(fileName)},
        ${created}::integer, ${plan.changed.length}::integer)`,
    );
    if (first) await createTasks(tx, actor, { read, plan, first, importId }, options);
    const changed = await changeImported(tx, actor, { read, plan, importId }, options);
    await forgetOldImports(tx, userId);
    await notifyLists(tx, userId);
    return { importId, imported: created, changed, firstNumber: first, same, trashed };
  };
  try {
    return await inTransaction(db, write, WRITE_MS);
  } catch (error) {
    if (taken) await giveBackNumbers(db, userId, taken);
    throw error;
  }
}

/** The beginning of a file's name, as PostgreSQL can store it. */
const storedName = (name: string): string =>
  name.slice(0, NAME_MAX).replaceAll("\0", "").toWellFormed();

interface Creation {
  read: ReadSource;
  plan: ImportPlan;
  first: number;
  importId: string;
}

/** Creates the new tasks batch by batch, and keeps what each is called in its source. */
async function createTasks(
  tx: Db,
  actor: Actor,
  { read, plan: { fresh, numbers }, first, importId }: Creation,
  { signal, onProgress }: ImportOptions,
): Promise<void> {
  const known = new Map(numbers);
  for (const [n, place] of fresh.entries()) known.set(place, first + n);
  const parentOf = (place: number) => known.get(read.parents[place] ?? -1) ?? null;
  let [begin, created] = [0, 0];
  for (const { rows, json } of read.batches) {
    signal?.throwIfAborted();
    const end = begin + rows;
    const places = fresh.filter((place) => place >= begin && place < end);
    const number = first + created;
    if (places.length > 0) {
      const chosen = places.map((place) => ({ place, parent: parentOf(place) }));
      await insertBatch(tx, actor, { first: number, rows: chosen, json });
      await keepKeys(tx, actor.userId, { read, places, number, importId });
    }
    begin = end;
    created += places.length;
    onProgress?.("written", end);
    await setImmediate();
  }
}

async function keepKeys(
  tx: Db,
  userId: string,
  {
    read,
    places,
    number,
    importId,
  }: { read: ReadSource; places: number[]; number: number; importId: string },
): Promise<void> {
  const keys = JSON.stringify(places.map((place) => read.keys[place]));
  const kept = await query(
    tx,
    Prisma.sql`
    INSERT INTO imported_task (user_id, source, uid, task_number, digests, made_by, version)
    SELECT ${userId}, ${read.source}, key ->> 'uid', ${number}::integer + position::integer - 1,
      key ->> 'digests', ${importId}::uuid, 1
    FROM jsonb_array_elements(${keys}::jsonb) WITH ORDINALITY AS keys(key, position)
    ON CONFLICT (user_id, source, uid) DO NOTHING RETURNING task_number`,
  );
  if (kept.length < places.length) throw new Overtaken();
}

async function forgetOldImports(tx: Db, userId: string): Promise<void> {
  await query(
    tx,
    Prisma.sql`
    DELETE FROM task_import WHERE id IN (
      SELECT id FROM task_import WHERE user_id = ${userId}
      ORDER BY created_at DESC, id OFFSET ${IMPORTS_KEPT}::integer)`,
  );
}
