import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";

/**
 * The milliseconds until something is to ring or to be sent, by the clock of the database; negative
 * when it is due already, null when nothing is planned.
 */
export async function nextWake(db: Db): Promise<number | null> {
  const [row] = await query<{ wait: number | null }>(
    db,
    // Each is the first entry of an index.
    Prisma.sql`SELECT (extract(epoch FROM LEAST(
        (SELECT min(rings_at) FROM reminder),
        (SELECT min(next_at) FROM delivery WHERE state IN ('pending', 'sending')),
        (SELECT min(LEAST(digest_at, review_at)) FROM reminder_preference
          WHERE LEAST(digest_at, review_at) IS NOT NULL)
      ) - clock_timestamp()) * 1000)::double precision AS wait`,
    "next wake",
  );
  return row?.wait ?? null;
}
