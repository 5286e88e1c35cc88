import type { Db } from "#app/platform/database";
import { fromRow } from "./task-row";
import type { Format, TransferTask } from "./transfer";
import { writeCalendar } from "./transfer-calendar";
import { writeCsv } from "./transfer-csv";

/** Every task of a person but the trash, as the text of a file that `importTasks` reads back. */
export async function exportTasks(
  db: Db,
  userId: string,
  format: Format,
  now = new Date(),
): Promise<string> {
  const rows = await db.task.findMany({
    where: { userId, deletedAt: null },
    orderBy: { number: "asc" },
  });
  const tasks = rows.map((row) => {
    const { id, ...task } = fromRow(row);
    return { uid: `${userId}-${id}@karlo`, ...transferred(task) };
  });
  if (format === "ics") return writeCalendar(tasks, now);
  const plain = tasks.map(({ uid: _, ...task }) => task);
  if (format === "csv") return writeCsv(plain);
  return JSON.stringify({ exported_at: now.toISOString(), tasks: plain }, null, 2);
}

function transferred(task: Omit<ReturnType<typeof fromRow>, "id">): TransferTask {
  return {
    title: task.title,
    description: task.description,
    priority: task.priority,
    category: task.category,
    due_at: task.dueAt,
    recurrence: task.recurrence,
    completed_at: task.completedAt,
    created_at: task.createdAt,
  };
}
