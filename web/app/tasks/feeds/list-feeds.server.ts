import type { Db } from "#app/platform/database/database";
import type { CalendarFeed } from "#app/platform/generated/client";
import { FEEDS_MAX, type Feed } from "./feed";

/** The columns that make a {@link Feed}. */
export type FeedRow = Pick<CalendarFeed, "id" | "kind" | "category" | "createdAt" | "readAt">;

/** Lists the feeds of a person, the oldest first. */
export async function listFeeds(db: Db, userId: string): Promise<Feed[]> {
  const rows = await db.calendarFeed.findMany({
    where: { userId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: FEEDS_MAX,
  });
  return rows.map(toFeed);
}

/** Converts a row to a feed. */
export function toFeed({ id, kind, category, createdAt, readAt }: FeedRow): Feed {
  return {
    id,
    kind: kind === "tasks" ? "tasks" : "events",
    category,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
