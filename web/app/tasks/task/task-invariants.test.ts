import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#app/platform/database/open-database";
import { isAppError } from "#app/platform/errors";
import { getHistory } from "#app/tasks/history/get-history.server";
import { listTasks } from "#app/tasks/list/list-tasks.server";
import type { TaskQuery } from "#app/tasks/list/task-query";
import { deleteForever } from "#app/tasks/trash/empty-trash.server";
import { createTestDatabase, type TestDatabase } from "#testing/test-database";
import { createTask } from "./create-task.server";
import { deleteTask } from "./delete-task.server";
import { getTask } from "./get-task.server";
import { type Actor, PRIORITIES, type Task } from "./task";
import { toggleComplete } from "./toggle-complete.server";
import { updateTask } from "./update-task.server";

let testDatabase: TestDatabase;
let database: Database;
let userCount = 0;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url, 10);
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

/** A new user with an empty list. */
async function createActor(timeZone = "Asia/Karachi"): Promise<Actor> {
  userCount += 1;
  const id = `person${userCount}`;
  await database.db.user.create({ data: { id, name: id, email: `${id}@example.com` } });
  return { userId: id, by: "api", timeZone };
}

const readTasks = async ({ userId }: Actor): Promise<Task[]> =>
  (await listTasks(database.db, userId, { sort: "number", limit: 100 }, "UTC")).tasks;

const recurrences = fc.constantFrom(
  "FREQ=DAILY",
  "FREQ=WEEKLY",
  "FREQ=MONTHLY;BYMONTHDAY=1",
  "FREQ=YEARLY",
);

describe("a recurring task", () => {
  it("gets one successor from concurrent and repeated completions", async () => {
    await fc.assert(
      fc.asyncProperty(recurrences, fc.integer({ min: 1, max: 8 }), async (recurrence, times) => {
        const actor = await createActor();
        const task = { title: "water", dueAt: "2026-11-27", recurrence };
        const { id } = await createTask(database.db, actor, task);
        await Promise.all(
          Array.from({ length: times }, () => toggleComplete(database.db, actor, id, true)),
        );
        const tasks = await readTasks(actor);
        expect(tasks.map(({ completed }) => completed)).toEqual([true, false]);
      }),
      { numRuns: 15 },
    );
  });

  it("has one open occurrence after any sequence of completing and reopening", async () => {
    const toggles = fc.array(fc.option(fc.boolean(), { nil: undefined }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(recurrences, toggles, async (recurrence, targets) => {
        const actor = await createActor();
        const task = { title: "water", dueAt: "2026-11-27T09:00:00Z", recurrence };
        const { id } = await createTask(database.db, actor, task);
        for (const completed of targets) await toggleComplete(database.db, actor, id, completed);
        const tasks = await readTasks(actor);
        expect(tasks.filter(({ completed }) => !completed)).toHaveLength(1);
        expect(tasks.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 20 },
    );
  });

  it("keeps an edited successor when it is reopened", async () => {
    const actor = await createActor();
    const task = { title: "water", dueAt: "2026-11-27", recurrence: "FREQ=WEEKLY" };
    const { id } = await createTask(database.db, actor, task);
    await toggleComplete(database.db, actor, id, true);
    await updateTask(database.db, actor, id + 1, { description: "with the can" });
    await toggleComplete(database.db, actor, id, false);
    await toggleComplete(database.db, actor, id, true);
    expect((await readTasks(actor)).map(({ id: number }) => number)).toEqual([id, id + 1]);
  });

  it("continues its series when one occurrence is moved to any day", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -60, max: 60 }), fc.boolean(), async (days, withTime) => {
        const actor = await createActor();
        const friday = Temporal.PlainDate.from("2027-01-01");
        const task = { title: "water", dueAt: friday.toString(), recurrence: "FREQ=WEEKLY" };
        const { id } = await createTask(database.db, actor, task);
        const moved = friday.add({ days });
        const dueAt = withTime ? `${moved}T09:00:00+05:00` : moved.toString();
        await updateTask(database.db, actor, id, { dueAt });
        await toggleComplete(database.db, actor, id, true);
        const next = (await readTasks(actor)).find(({ completed }) => !completed);
        const date = Temporal.PlainDate.from(next?.dueAt ?? "");
        const later = days > 0 ? moved : friday;
        expect(date.dayOfWeek).toBe(5);
        expect(later.until(date).days).toBeGreaterThan(0);
        expect(later.until(date).days).toBeLessThanOrEqual(7);
      }),
      { numRuns: 25 },
    );
  });

  it("restarts its series when its rule is changed", async () => {
    const actor = await createActor();
    const task = { title: "water", dueAt: "2027-01-01", recurrence: "FREQ=WEEKLY" };
    const { id } = await createTask(database.db, actor, task);
    await updateTask(database.db, actor, id, {
      dueAt: "2027-01-05",
      recurrence: "FREQ=WEEKLY;INTERVAL=2",
    });
    await toggleComplete(database.db, actor, id, true);
    expect((await getTask(database.db, actor.userId, id + 1)).dueAt).toBe("2027-01-19");
  });
});

describe("task numbers", () => {
  it("are unique and consecutive for tasks that are created concurrently", async () => {
    const actor = await createActor();
    const created = await Promise.all(
      Array.from({ length: 60 }, (_, n) => createTask(database.db, actor, { title: `task ${n}` })),
    );
    const numbers = created.map(({ id }) => id).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
  });

  it("are never reused, whatever is deleted", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9), { maxLength: 12 }), async (steps) => {
        const actor = await createActor();
        let last = 0;
        for (const step of steps) {
          if (step < 5 || last === 0) {
            const { id } = await createTask(database.db, actor, { title: "task" });
            expect(id).toBe(last + 1);
            last = id;
          } else {
            const expectAppError = (error: unknown) => expect(isAppError(error)).toBe(true);
            await deleteTask(database.db, actor, last).catch(expectAppError);
            if (step > 7)
              await deleteForever(database.db, actor.userId, last).catch(expectAppError);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("concurrent edits", () => {
  it("succeed once per version; the others get a conflict with the current task", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 8 }),
        async (versions) => {
          const actor = await createActor();
          const { id } = await createTask(database.db, actor, { title: "shared" });
          const results = await Promise.allSettled(
            versions.map((version, n) =>
              updateTask(database.db, actor, id, { title: `by ${n}`, version }),
            ),
          );
          const versionsWritten = results.flatMap((result) =>
            result.status === "fulfilled" ? [result.value.version] : [],
          );
          expect(new Set(versionsWritten).size).toBe(versionsWritten.length);
          const current = await getTask(database.db, actor.userId, id);
          expect(current.version).toBe(versionsWritten.length + 1);
          for (const result of results) {
            if (result.status === "fulfilled") continue;
            expect(result.reason).toMatchObject({ code: "version_conflict", status: 409 });
            expect(result.reason.values.current.id).toBe(id);
          }
          // Each edit started from the result of the previous one.
          const { changes } = await getHistory(database.db, actor.userId, id);
          const titles = changes.reverse().map(({ fields }) => fields.title);
          for (const [n, title] of titles.entries()) {
            expect(title?.before).toBe(n === 0 ? null : titles[n - 1]?.after);
          }
          expect(titles.at(-1)?.after).toBe(current.title);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe("pages", () => {
  const sorts = [
    "number",
    "-number",
    "due",
    "created",
    "-created",
    "updated",
    "-updated",
    "priority",
  ];

  it.each(sorts as NonNullable<TaskQuery["sort"]>[])(
    "sorted by %s show each remaining task once, in order, while tasks are added and deleted",
    async (sort) => {
      const steps = fc.array(fc.constantFrom("insert", "delete", "none"), { maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(
          steps,
          fc.integer({ min: 1, max: 5 }),
          fc.gen(),
          async (stepsBetweenPages, limit, any) => {
            const actor = await createActor();
            const add = () =>
              createTask(database.db, actor, {
                title: "task",
                priority: any(fc.constantFrom, ...PRIORITIES),
                dueAt: any(
                  fc.constantFrom,
                  null,
                  "2026-12-01",
                  "2026-12-02T08:00:00Z",
                  "2026-12-03",
                ),
              });
            for (let n = 0; n < 12; n += 1) await add();
            const before = await listTasks(database.db, actor.userId, { sort, limit: 100 }, "UTC");
            const deleted = new Set<number>();
            const seenIds: number[] = [];
            let cursor: string | undefined;
            for (let page = 0; page === 0 || cursor; page += 1) {
              const result = await listTasks(
                database.db,
                actor.userId,
                { sort, limit, cursor },
                "UTC",
              );
              seenIds.push(...result.tasks.map(({ id }) => id));
              cursor = result.nextCursor ?? undefined;
              const step = stepsBetweenPages[page] ?? "none";
              if (step === "insert") await add();
              if (step === "delete") {
                const victim = any(fc.integer, { min: 1, max: 12 });
                if (!deleted.has(victim)) await deleteTask(database.db, actor, victim);
                deleted.add(victim);
              }
            }
            expect(new Set(seenIds).size).toBe(seenIds.length);
            const remaining = before.tasks.map(({ id }) => id).filter((id) => !deleted.has(id));
            expect(seenIds.filter((id) => remaining.includes(id))).toEqual(remaining);
          },
        ),
        { numRuns: 6 },
      );
    },
  );
});
