import type { Db } from "#app/platform/database/database";
import { Prisma } from "#app/platform/generated/client";
import { isSameName } from "#app/tasks/groups/names";
import { changeTasks } from "#app/tasks/task/many/change-tasks.server";
import type { Actor } from "#app/tasks/task/task";
import type { TaskColumns } from "#app/tasks/task/task-row";
import type { GroupKind } from "./group";

const { sql } = Prisma;

/** SQL: the task has a list, or a label, of a name, however it is written. */
const isIn = (kind: GroupKind, name: string): Prisma.Sql =>
  kind === "list"
    ? sql`lower(category) = lower(${name})`
    : sql`lower(${name}) IN (SELECT lower(label) FROM unnest(labels) AS label)`;

/**
 * Gives all tasks of a list, or of a label, another name of it, those in the trash too. Each is a
 * change of its task, in its history and its version.
 *
 * @param to null takes it away
 */
export async function renameInTasks(
  tx: Db,
  actor: Actor,
  kind: GroupKind,
  from: string,
  to: string | null,
): Promise<void> {
  await changeTasks(tx, actor, {
    action: "updated",
    where: isIn(kind, from),
    set: sql`category = after ->> 'category',
      labels = ARRAY(SELECT jsonb_array_elements_text(after -> 'labels'))`,
    change: (row) => renamed(row, kind, from, to),
  });
}

function renamed(
  { labels }: TaskColumns,
  kind: GroupKind,
  from: string,
  to: string | null,
): Partial<TaskColumns> {
  if (kind === "list") return { category: to };
  const names = labels.flatMap((label) => {
    if (!isSameName(label, from)) return [label];
    return to === null ? [] : [to];
  });
  // A task that has both keeps one.
  return {
    labels: names.filter((one, at) => !names.slice(0, at).some((other) => isSameName(one, other))),
  };
}

/** Moves the tasks of a list, or of a label, to the trash, with their steps. */
export async function trashTasks(
  tx: Db,
  actor: Actor,
  kind: GroupKind,
  name: string,
): Promise<void> {
  const set = sql`deleted_at = ${new Date()}`;
  const inList = sql`deleted_at IS NULL`;
  const tasks = await changeTasks(tx, actor, {
    action: "deleted",
    where: sql`${inList} AND parent_number IS NULL AND ${isIn(kind, name)}`,
    set,
  });
  const where = sql`${inList} AND parent_number = ANY(${tasks}::integer[])`;
  await changeTasks(tx, actor, { action: "deleted", where, set });
}
