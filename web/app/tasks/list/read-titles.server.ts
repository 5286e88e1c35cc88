import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";

const { sql } = Prisma;

/** What a task is called. */
export interface TaskTitle {
  id: number;
  title: string;
  completed: boolean;
}

/** People speak of what they have before them: so many titles are enough, and bound the time. */
const OPEN_MAX = 300;
const COMPLETED_MAX = 60;

/** The titles of a person's newest open tasks, and of those completed last. */
export async function readTitles(db: Db, userId: string): Promise<TaskTitle[]> {
  return query<TaskTitle>(
    db,
    sql`(SELECT number AS id, left(title, 200) AS title, false AS completed FROM task
        WHERE user_id = ${userId} AND deleted_at IS NULL AND completed_at IS NULL
        ORDER BY number DESC LIMIT ${OPEN_MAX})
      UNION ALL
      (SELECT number AS id, left(title, 200) AS title, true AS completed FROM task
        WHERE user_id = ${userId} AND deleted_at IS NULL AND completed_at IS NOT NULL
        ORDER BY completed_at DESC LIMIT ${COMPLETED_MAX})`,
  );
}
