import type { Db } from "./database";
import type { PrismaClient } from "./generated/client";

/** Runs `work` in one transaction, joining the one that is already open. */
export function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const client = db as Partial<PrismaClient>;
  return client.$transaction ? client.$transaction((tx) => work(tx as Db)) : work(db);
}
