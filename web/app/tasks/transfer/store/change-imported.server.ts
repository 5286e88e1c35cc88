import { setImmediate } from "node:timers/promises";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { isAppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { changeTask } from "#app/tasks/task/change-task.server";
import type { Actor } from "#app/tasks/task/task";
import { toColumns, withRepeat } from "#app/tasks/task/task-columns";
import { fromWire } from "#app/tasks/task/task-input";
import type { ImportOptions } from "../import-tasks.server";
import type { DigestField } from "../sources/digests";
import type { ReadSource } from "../sources/read-source";
import type { TransferTask } from "../transfer";
import type { ImportPlan } from "./plan-import.server";

interface Changes {
  read: ReadSource;
  plan: ImportPlan;
  importId: string;
}

/**
 * Changes the tasks that came before, in the fields that have changed in the file.
 *
 * @returns how many; a task that has just gone to the trash is left out
 */
export async function changeImported(
  tx: Db,
  actor: Actor,
  { read, plan, importId }: Changes,
  { signal }: ImportOptions,
): Promise<number> {
  let changed = 0;
  let begin = 0;
  for (const { rows, json } of read.batches) {
    const end = begin + rows;
    const within = plan.changed.filter(({ place }) => place >= begin && place < end);
    const tasks: { after: TransferTask }[] = within.length > 0 ? JSON.parse(json) : [];
    for (const { place, number, fields } of within) {
      signal?.throwIfAborted();
      const task = tasks[place - begin]?.after;
      const key = read.keys[place];
      if (!task || !key) continue;
      const version = await changeOne(tx, actor, number, fields, task);
      if (version === null) continue;
      changed += 1;
      await query(
        tx,
        Prisma.sql`
        UPDATE imported_task SET digests_before = digests, digests = ${key.digests},
          changed_by = ${importId}::uuid, version = ${version}::integer
        WHERE user_id = ${actor.userId} AND source = ${read.source} AND uid = ${key.uid}`,
      );
    }
    begin = end;
    await setImmediate();
  }
  return changed;
}

async function changeOne(
  tx: Db,
  actor: Actor,
  number: number,
  fields: DigestField[],
  task: TransferTask,
): Promise<number | null> {
  const patch = Object.fromEntries(
    fields
      .filter((field) => field in task)
      .map((field) => [field, task[field as keyof TransferTask]]),
  ) as Partial<Omit<TransferTask, "id" | "parent_id">>;
  const at = task.completed_at;
  const completion = fields.includes("completed") && {
    completedAt: at === null ? null : new Date(at),
  };
  try {
    const { version } = await changeTask(tx, actor, number, (row) => ({
      action: "updated",
      columns: { ...withRepeat(toColumns(fromWire(patch)), row, actor.timeZone), ...completion },
    }));
    return version;
  } catch (error) {
    if (isAppError(error) && error.code === "task_not_found") return null;
    throw error;
  }
}
