import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { inTransaction } from "#app/platform/database/transaction";
import { Prisma } from "#app/platform/generated/client";
import { REVIEW } from "#app/reminders/schedule/claim-digests.server";
import { type PreferencesPatch, type ReminderPreferences, toTime } from "./preferences";

/** Reads how a person is reminded; the defaults where nothing was chosen. */
export async function readReminderPreferences(
  db: Db,
  userId: string,
): Promise<ReminderPreferences> {
  const row = await db.reminderPreference.findUnique({ where: { userId } });
  const { quietFrom = null, quietTo = null } = row ?? {};
  return {
    moment_minutes: row ? row.momentMinutes : 0,
    day_rings: row?.dayRings ?? true,
    morning: toTime(row?.morning ?? 480),
    quiet_hours:
      quietFrom === null || quietTo === null
        ? null
        : { from: toTime(quietFrom), to: toTime(quietTo) },
    by_mail: row?.byMail ?? false,
    snooze: (row?.snooze as ReminderPreferences["snooze"]) ?? "10m",
    daily_digest: Boolean(row?.digestAt),
    weekly_review: Boolean(row?.reviewAt),
  };
}

/** Changes how a person is reminded; members that are left out stay. Planned reminders follow. */
export function updateReminderPreferences(
  db: Db,
  userId: string,
  patch: PreferencesPatch,
): Promise<ReminderPreferences> {
  const { quiet_hours: quiet } = patch;
  const data = {
    momentMinutes: patch.moment_minutes,
    dayRings: patch.day_rings,
    morning: patch.morning,
    ...(quiet !== undefined && { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null }),
    byMail: patch.by_mail,
    snooze: patch.snooze,
  };
  return inTransaction(db, async (tx) => {
    await tx.reminderPreference.upsert({
      where: { userId },
      create: { userId, ...data },
      update: data,
    });
    // A new morning moves the next digest, one that is on stays on.
    const digest = turned(patch.daily_digest, "digest_at", Prisma.sql`chosen.morning, NULL`);
    const weekly = Prisma.sql`${REVIEW.minute}::integer, ${REVIEW.weekday}::integer`;
    const review = turned(patch.weekly_review, "review_at", weekly);
    await query(
      tx,
      Prisma.sql`
      WITH planned AS (
        UPDATE reminder_preference AS chosen SET digest_at = ${digest}, review_at = ${review}
        FROM "user" WHERE chosen.user_id = ${userId} AND "user".id = chosen.user_id
        RETURNING LEAST(digest_at, review_at) AS at
      )
      SELECT wake_ringers(at)::text FROM planned WHERE at IS NOT NULL`,
    );
    return readReminderPreferences(tx, userId);
  });
}

function turned(on: boolean | undefined, column: string, time: Prisma.Sql): Prisma.Sql {
  const next = Prisma.sql`next_time("user".time_zone, ${time})`;
  if (on !== undefined) return on ? next : Prisma.sql`NULL`;
  return Prisma.sql`CASE WHEN ${Prisma.raw(column)} IS NOT NULL THEN ${next} END`;
}

/** Whether a reminder of a person reaches them outside of the app. */
export async function hasChannel(db: Db, userId: string, mails: boolean): Promise<boolean> {
  const [row] = await query<{ reached: boolean }>(
    db,
    Prisma.sql`SELECT EXISTS (SELECT FROM push_subscription WHERE user_id = ${userId})
      OR ${mails}::boolean AND EXISTS (
        SELECT FROM reminder_preference JOIN "user" ON "user".id = user_id
        WHERE user_id = ${userId} AND by_mail AND email_verified) AS reached`,
    "has channel",
  );
  return row?.reached ?? false;
}

/**
 * Whether a person who asks to be reminded is to be told that it reaches them nowhere: true once, for
 * whoever asks first, and never where a channel is on.
 */
export async function needsChannel(db: Db, userId: string, mails: boolean): Promise<boolean> {
  if (await hasChannel(db, userId, mails)) return false;
  const rows = await query(
    db,
    Prisma.sql`INSERT INTO reminder_preference AS chosen (user_id, told_at) VALUES (${userId}, now())
      ON CONFLICT (user_id) DO UPDATE SET told_at = now() WHERE chosen.told_at IS NULL
      RETURNING user_id`,
  );
  return rows.length > 0;
}
