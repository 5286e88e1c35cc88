import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase } from "#app/platform/database/open-database";
import { createLogger } from "#app/platform/log";
import { createSchedule, type Job } from "#app/platform/schedule";
import { createTask } from "#app/tasks/task/create-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import { createTestDatabase, type TestDatabase } from "#testing/test-database";
import { scheduledJobs } from "./scheduled-jobs.server";

const DAY = 86_400_000;
const start = new Date();
const at = (days: number) => new Date(start.getTime() + days * DAY);
const log = createLogger("silent");

let database: TestDatabase;
let replicas: Database[];

beforeAll(async () => {
  database = await createTestDatabase();
  replicas = [1, 2, 3].map(() => openDatabase(database.url, 3));
});
afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.close()));
  await database.drop();
});

const first = () => (replicas[0] as Database).db;

it("runs a job once per interval across three processes, and retries it after a failure", async () => {
  let done = 0;
  let failing = false;
  const jobs: Job[] = [
    {
      name: "counted",
      everyMs: 60_000,
      async run() {
        if (failing) throw new Error("no");
        done += 1;
        await new Promise((resolve) => setTimeout(resolve, 30));
        return 1;
      },
    },
  ];
  let now = start;
  const schedules = replicas.map(({ db }) => createSchedule(db, jobs, log, () => now));
  const tickAll = async () => (await Promise.all(schedules.map((one) => one.tick()))).flat();

  expect(await tickAll()).toEqual(["counted"]);
  expect(await tickAll()).toEqual([]);
  now = new Date(start.getTime() + 59_000);
  expect(await tickAll()).toEqual([]);
  now = new Date(start.getTime() + 60_000);
  failing = true;
  expect(await tickAll()).toEqual([]);
  failing = false;
  expect(await tickAll()).toEqual(["counted"]);
  expect(done).toBe(2);
  await Promise.all(schedules.map((one) => one.close()));
});

it("deletes expired rows and keeps all others", async () => {
  const db = first();
  const user = { id: "amna", name: "Amna", email: "a@example.com" };
  await db.user.create({ data: user });
  const actor = { userId: user.id, by: "person", timeZone: "UTC" } as const;
  for (const title of ["trashed", "kept"]) await createTask(db, actor, { title });
  await deleteTask(db, actor, 1);
  await db.idempotencyKey.create({ data: { userId: user.id, key: "k", request: "r" } });
  const session = { userId: user.id, expiresAt: at(2) };
  await db.session.create({ data: { id: "s", token: "t", ...session } });
  await db.verification.create({
    data: { id: "v", identifier: "i", value: "x", expiresAt: at(2) },
  });
  await db.rateLimit.create({
    data: { id: "l", key: "k", count: 1, lastRequest: start.getTime() },
  });
  const conversation = { userId: user.id, conversationNumber: 1 };
  await db.conversation.create({ data: { userId: user.id, number: 1 } });
  for (const conversationNumber of [null, 1]) {
    const text = { name: "a.txt", mediaType: "text/plain", size: 1, content: Buffer.from("a") };
    const id = `00000000-0000-4000-9000-00000000000${conversationNumber ?? 0}`;
    await db.attachment.create({ data: { id, userId: user.id, conversationNumber, ...text } });
  }
  const ids = {
    ended: "00000000-0000-4000-8000-000000000001",
    waiting: "00000000-0000-4000-8000-000000000002",
  };
  for (const [status, id] of [
    ["completed", ids.ended],
    ["awaiting_approval", ids.waiting],
  ] as const) {
    await db.run.create({ data: { ...conversation, id, status, model: "builtin", lastSeq: 2 } });
    for (const seq of [1, 2]) {
      await db.runEvent.create({ data: { runId: id, seq, type: "x", data: {} } });
    }
  }

  const countRows = async () => ({
    tasks: await db.task.count(),
    changes: await db.taskChange.count(),
    keys: await db.idempotencyKey.count(),
    files: await db.attachment.count(),
    sessions: await db.session.count(),
    verifications: await db.verification.count(),
    limits: await db.rateLimit.count(),
    ended: await db.runEvent.count({ where: { runId: ids.ended } }),
    waiting: await db.runEvent.count({ where: { runId: ids.waiting } }),
  });
  const runJobsAt = async (now: Date) => {
    const schedule = createSchedule(db, scheduledJobs, log, () => now);
    expect(await schedule.tick()).toHaveLength(scheduledJobs.length);
    await schedule.close();
    return countRows();
  };
  const initial = await countRows();
  expect(await runJobsAt(at(0.9))).toEqual(initial);
  const afterDay = { ...initial, keys: 0, limits: 0, files: 1 };
  expect(await runJobsAt(at(1.1))).toEqual(afterDay);
  const afterWeek = { ...afterDay, sessions: 0, verifications: 0, ended: 1 };
  expect(await runJobsAt(at(7.1))).toEqual(afterWeek);
  expect(await runJobsAt(at(29.9))).toEqual(afterWeek);
  expect(await runJobsAt(at(30.1))).toEqual({ ...afterWeek, tasks: 1, changes: 1 });
});
