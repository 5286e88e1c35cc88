import type { PrismaClient } from "#app/platform/generated/client";
import type { Db } from "./database";
import { openTransaction } from "./query";

/**
 * Whether `db` is a transaction, where locks last. A transaction of Prisma has a `$transaction` too,
 * which makes a savepoint, but it cannot connect.
 */
export function isTransaction(db: Db): boolean {
  return !(db as Partial<PrismaClient>).$connect;
}

/**
 * Runs `work` in a transaction; joins the transaction that `db` already is.
 *
 * @param timeout of a transaction of its own, in milliseconds; the client's default without it
 * @returns what `work` returns, once it is committed
 * @throws what `work` throws, after a rollback; the error of BEGIN or COMMIT
 */
export function inTransaction<T>(
  db: Db,
  work: (tx: Db) => Promise<T>,
  timeout?: number,
): Promise<T> {
  if (isTransaction(db)) return work(db);
  return openTransaction(
    (run) => (db as PrismaClient).$transaction((tx) => run(tx as Db), { timeout }),
    work,
  );
}

const rolledBack = new Error("rolled back");

/** Runs `work` in a transaction, rolls it back and returns the result of `work`. */
export async function dryRun<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  let result: T | undefined;
  await inTransaction(db, async (tx) => {
    result = await work(tx);
    throw rolledBack;
  }).catch((error) => {
    if (error !== rolledBack) throw error;
  });
  return result as T;
}

/** in_failed_sql_transaction: an earlier statement of the transaction failed. */
const AFTER_FAILURE = "25P02";

/**
 * Like `Promise.all`, for pipelined statements of one transaction: of several errors it throws the
 * one that made the others, and waits until all of them have settled.
 */
export async function allInTransaction<const Work extends readonly unknown[]>(
  work: Work,
): Promise<{ -readonly [Index in keyof Work]: Awaited<Work[Index]> }> {
  const settled = await Promise.allSettled(work);
  const errors = settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  if (errors.length > 0)
    throw (
      errors.find((error) => (error as { code?: unknown })?.code !== AFTER_FAILURE) ?? errors[0]
    );
  return Promise.all(work) as never;
}
