import type { Db } from "./database";
import type { PrismaClient } from "./generated/client";
import { openTransaction } from "./query";

/** Runs `work` in one transaction, joining the one that is already open. */
export function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const client = db as Partial<PrismaClient>;
  if (!client.$transaction) return work(db);
  return openTransaction(
    (then) => (client as PrismaClient).$transaction((tx) => then(tx as Db)),
    work,
  );
}

const rolledBack = new Error("rolled back");

/** Runs `work` in a transaction of its own and takes it back; gives what it came to. */
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
