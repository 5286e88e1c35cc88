import type { Db } from "#app/platform/database/database";
import { listCategories } from "#app/tasks/list/count-list.server";
import { listFeeds } from "./list-feeds.server";

/** Reads all data of the page of calendar feeds. */
export async function readFeedsPage(db: Db, { id, timeZone }: { id: string; timeZone: string }) {
  const [feeds, categories] = await Promise.all([listFeeds(db, id), listCategories(db, id)]);
  return { feeds, categories, timeZone, now: new Date().toISOString() };
}

/** The loader data of the page of calendar feeds. */
export type FeedsPageData = Awaited<ReturnType<typeof readFeedsPage>>;
