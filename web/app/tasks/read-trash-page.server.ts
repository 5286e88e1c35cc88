import type { Db } from "#app/platform/database";
import { listTrash, TRASH_DAYS } from "./list-trash.server";

const PAGE = 100;
const DAY_MS = 86_400_000;

/** Everything the trash page shows; `confirm` is what the person is asked about. */
export async function readTrashPage(
  db: Db,
  { id: userId, timeZone }: { id: string; timeZone: string },
  search: URLSearchParams,
) {
  const after = numberIn(search.get("after"));
  const [page, count] = await Promise.all([
    listTrash(db, userId, { limit: PAGE, after }),
    db.task.count({ where: { userId, deletedAt: { not: null } } }),
  ]);
  const confirm = search.get("confirm");
  return {
    timeZone,
    now: new Date().toISOString(),
    days: TRASH_DAYS,
    count,
    tasks: page.tasks.map((task) => ({
      ...task,
      goesAt: new Date(Date.parse(task.deletedAt) + TRASH_DAYS * DAY_MS).toISOString(),
    })),
    nextCursor: page.nextCursor,
    confirm: confirm === "all" ? ("all" as const) : (numberIn(confirm) ?? null),
  };
}

export type TrashPageData = Awaited<ReturnType<typeof readTrashPage>>;

function numberIn(text: string | null): number | undefined {
  return /^\d{1,9}$/.test(text ?? "") ? Number(text) : undefined;
}
