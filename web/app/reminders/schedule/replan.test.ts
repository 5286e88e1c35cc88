import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApi, type TestApi } from "#testing/test-app";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ LOG_LEVEL: "silent" });
});
afterAll(() => api.close());

/** Enough for each kind of task to meet each other. */
const TASKS = 2_000;

it("plans all reminders of a person at once as it plans those of each task", async () => {
  const { db } = api.app;
  const { id } = await api.signUp();
  // With moments and days, zones of their own and unknown ones, reminders of their own and none.
  await db.$executeRaw`
    INSERT INTO task (user_id, number, title, due_at, due_has_time, time_zone, reminders)
    SELECT ${id}, n, 'task ' || n,
      CASE WHEN n % 7 > 0 THEN date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
        + n % 400 * interval '1 day' + CASE WHEN n % 2 = 0 THEN interval '9 hours' ELSE interval '0' END
      END,
      n % 2 = 0 AND n % 7 > 0,
      CASE n % 5 WHEN 0 THEN 'America/New_York' WHEN 1 THEN 'Nowhere/City' END,
      CASE n % 11 WHEN 0 THEN '[{"minutes_before": 30}, {"minutes_before": 2880}]'::jsonb
        WHEN 1 THEN '[{"at": "2099-01-01T09:00:00Z"}]'::jsonb WHEN 2 THEN '[]'::jsonb END
    FROM generate_series(1, ${TASKS}::integer) AS n`;
  const planned = () =>
    db.$queryRaw`SELECT task_number, planned_at, rings_at FROM reminder WHERE user_id = ${id} ORDER BY 1, 2`;
  const changes = [
    () => db.$executeRaw`UPDATE "user" SET time_zone = 'Pacific/Auckland' WHERE id = ${id}`,
    () =>
      db.$executeRaw`INSERT INTO reminder_preference (user_id, morning, moment_minutes) VALUES (${id}, 420, 1500)`,
    () =>
      db.$executeRaw`UPDATE reminder_preference SET day_rings = false, moment_minutes = NULL WHERE user_id = ${id}`,
    () => db.$executeRaw`UPDATE "user" SET time_zone = 'Asia/Kathmandu' WHERE id = ${id}`,
  ];
  for (const change of changes) {
    await change();
    const atOnce = await planned();
    await db.$executeRaw`UPDATE task SET deleted_at = now() WHERE user_id = ${id}`;
    expect(await planned()).toEqual([]);
    await db.$executeRaw`UPDATE task SET deleted_at = NULL WHERE user_id = ${id}`;
    expect(await planned()).toEqual(atOnce);
  }
});
