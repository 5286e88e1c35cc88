import type { Db } from "#app/platform/database/database";
import { countTrash, listTrash, TRASH_DAYS } from "./list-trash.server";

const PAGE_SIZE = 100;
const DAY_MS = 86_400_000;

/**
 * Reads all data of the trash page.
 *
 * @param search parameters of the URL: `after`, the cursor, and `confirm`, the task to confirm the
 *   removal of, or "all"
 */
export async function readTrashPage(
  db: Db,
  { id: userId, timeZone }: { id: string; timeZone: string },
  search: URLSearchParams,
) {
  const after = parseTaskNumber(search.get("after"));
  const [page, count] = await Promise.all([
    listTrash(db, userId, { limit: PAGE_SIZE, after }),
    countTrash(db, userId),
  ]);
  const confirm = search.get("confirm");
  return {
    timeZone,
    now: new Date().toISOString(),
    days: TRASH_DAYS,
    count,
    tasks: page.tasks.map((task) => ({
      ...task,
      purgedAt: new Date(Date.parse(task.deletedAt) + TRASH_DAYS * DAY_MS).toISOString(),
    })),
    nextCursor: page.nextCursor,
    confirm: confirm === "all" ? ("all" as const) : (parseTaskNumber(confirm) ?? null),
  };
}

/** The loader data of the trash page. */
export type TrashPageData = Awaited<ReturnType<typeof readTrashPage>>;

function parseTaskNumber(text: string | null): number | undefined {
  return /^\d{1,9}$/.test(text ?? "") ? Number(text) : undefined;
}
