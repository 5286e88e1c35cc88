import { createHash } from "node:crypto";
import type { Language } from "#app/i18n/language";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { takeAttempt } from "#app/platform/limits";
import { today } from "#app/tasks/task/due-date";
import { hashOf } from "./create-feed.server";

/** Changes with what is written of a task, so that calendars read it again. */
const FORM = 1;
/** Readings of one feed in an hour: several devices, each every few minutes. */
const READS_MAX = 240;
const HOUR_S = 3_600;

/** A feed that is being read, and whose it is. */
export interface OpenFeed {
  id: string;
  userId: string;
  kind: "events" | "tasks";
  category: string | null;
  timeZone: string;
  locale: Language;
  /** Names the state of the tasks: the same as long as the calendar would be. */
  tag: string;
}

/**
 * Finds the feed of a secret, and notes that it was asked for.
 *
 * @throws AppError `feed_not_found` (404); `rate_limited` (429)
 */
export async function findFeed(db: Db, secret: string, now: Date): Promise<OpenFeed> {
  if (!/^[\w-]{43}$/.test(secret)) throw new AppError("feed_not_found", 404);
  const [row] = await query<Omit<OpenFeed, "tag"> & { state: string; isNoted: boolean }>(
    db,
    Prisma.sql`
    SELECT f.id, f.user_id AS "userId", f.kind, f.category, u.time_zone AS "timeZone", u.locale,
      coalesce(f.read_at > now() - interval '1 hour', false) AS "isNoted",
      (SELECT concat_ws('/', count(*), sum(version), max(updated_at)) FROM task
        WHERE task.user_id = f.user_id) AS state
    FROM calendar_feed AS f JOIN "user" AS u ON u.id = f.user_id
    WHERE f.token_hash = ${hashOf(secret)}`,
    "find feed",
  );
  if (!row) throw new AppError("feed_not_found", 404);
  const { state, isNoted, ...feed } = row;
  const limit = {
    key: `feed:${feed.id}`,
    max: READS_MAX,
    seconds: HOUR_S,
    code: "rate_limited",
  } as const;
  await takeAttempt(db, [limit]);
  if (!isNoted)
    await db.calendarFeed.updateMany({
      where: { id: feed.id, userId: feed.userId },
      data: { readAt: now },
    });
  // The day: completed tasks leave a feed after some.
  const parts = [FORM, state, today(now, feed.timeZone), ...Object.values(feed)];
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
  return { ...feed, tag: `W/"${digest.slice(0, 27)}"` };
}
