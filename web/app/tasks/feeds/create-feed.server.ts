import { createHash, randomBytes } from "node:crypto";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { FEEDS_MAX, type Feed, type NewFeed } from "./feed";
import { type FeedRow, toFeed } from "./list-feeds.server";

/** The form in which a secret is stored. */
export const hashOf = (secret: string): string =>
  createHash("sha256").update(secret).digest("base64url");

/**
 * Makes a feed of all tasks of a person, or of a category.
 *
 * @param publicUrl the address of this server
 * @returns the feed with its address, which nobody can be told again
 * @throws AppError `feeds_full` (422)
 */
export async function createFeed(
  db: Db,
  userId: string,
  { kind, category }: Pick<Feed, "kind" | "category">,
  publicUrl: string,
): Promise<NewFeed> {
  const secret = randomBytes(32).toString("base64url");
  // The lock on the person counts those that are made at the same moment.
  const [row] = await query<FeedRow>(
    db,
    Prisma.sql`
    WITH person AS (SELECT id FROM "user" WHERE id = ${userId} FOR UPDATE)
    INSERT INTO calendar_feed (user_id, token_hash, kind, category)
    SELECT id, ${hashOf(secret)}, ${kind}, ${category} FROM person
    WHERE (SELECT count(*) FROM calendar_feed WHERE user_id = ${userId}) < ${FEEDS_MAX}
    RETURNING id, kind, category, created_at AS "createdAt", read_at AS "readAt"`,
  );
  if (!row) throw new AppError("feeds_full", 422, { values: { max: FEEDS_MAX } });
  return { ...toFeed(row), url: `${publicUrl.replace(/\/$/, "")}/calendar/${secret}.ics` };
}
