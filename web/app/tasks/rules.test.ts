import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#app/platform/database";
import { isAppError } from "#app/platform/errors";
import { createTestDatabase, type TestDatabase } from "#app/platform/testing/test-database";
import { createTask } from "./create-task.server";
import { deleteTask } from "./delete-task.server";
import { deleteForever } from "./empty-trash.server";
import { getHistory } from "./get-history.server";
import { getTask } from "./get-task.server";
import { listTasks } from "./list-tasks.server";
import { type Actor, PRIORITIES, type Task } from "./task";
import type { TaskQuery } from "./task-query";
import { toggleComplete } from "./toggle-complete.server";
import { updateTask } from "./update-task.server";

let database: TestDatabase;
let opened: Database;
let people = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  opened = openDatabase(database.url, 10);
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

/** Somebody new, with a list of their own. */
async function somebody(timeZone = "Asia/Karachi"): Promise<Actor> {
  people += 1;
  const id = `person${people}`;
  await opened.db.user.create({ data: { id, name: id, email: `${id}@example.com` } });
  return { userId: id, by: "api", timeZone };
}

const all = async ({ userId }: Actor): Promise<Task[]> =>
  (await listTasks(opened.db, userId, { sort: "number", limit: 100 }, "UTC")).tasks;

const rules = fc.constantFrom(
  "FREQ=DAILY",
  "FREQ=WEEKLY",
  "FREQ=MONTHLY;BYMONTHDAY=1",
  "FREQ=YEARLY",
);

describe("a recurring task", () => {
  it("has one successor, however often and however crossed completing is sent", async () => {
    await fc.assert(
      fc.asyncProperty(rules, fc.integer({ min: 1, max: 8 }), async (recurrence, times) => {
        const actor = await somebody();
        const task = { title: "water", dueAt: "2026-11-27", recurrence };
        const { id } = await createTask(opened.db, actor, task);
        await Promise.all(
          Array.from({ length: times }, () => toggleComplete(opened.db, actor, id, true)),
        );
        const tasks = await all(actor);
        expect(tasks.map(({ completed }) => completed)).toEqual([true, false]);
      }),
      { numRuns: 15 },
    );
  });

  it("keeps one open occurrence through any order of completing and reopening", async () => {
    const toggles = fc.array(fc.option(fc.boolean(), { nil: undefined }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rules, toggles, async (recurrence, wanted) => {
        const actor = await somebody();
        const task = { title: "water", dueAt: "2026-11-27T09:00:00Z", recurrence };
        const { id } = await createTask(opened.db, actor, task);
        for (const completed of wanted) await toggleComplete(opened.db, actor, id, completed);
        const tasks = await all(actor);
        expect(tasks.filter(({ completed }) => !completed)).toHaveLength(1);
        expect(tasks.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 20 },
    );
  });

  it("keeps a successor that somebody touched when it is reopened", async () => {
    const actor = await somebody();
    const task = { title: "water", dueAt: "2026-11-27", recurrence: "FREQ=WEEKLY" };
    const { id } = await createTask(opened.db, actor, task);
    await toggleComplete(opened.db, actor, id, true);
    await updateTask(opened.db, actor, id + 1, { description: "with the can" });
    await toggleComplete(opened.db, actor, id, false);
    await toggleComplete(opened.db, actor, id, true);
    expect((await all(actor)).map(({ id: number }) => number)).toEqual([id, id + 1]);
  });

  it("goes on in its series when one occurrence is moved, to wherever", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -60, max: 60 }), fc.boolean(), async (days, withTime) => {
        const actor = await somebody();
        const friday = Temporal.PlainDate.from("2027-01-01");
        const task = { title: "water", dueAt: friday.toString(), recurrence: "FREQ=WEEKLY" };
        const { id } = await createTask(opened.db, actor, task);
        const moved = friday.add({ days });
        const dueAt = withTime ? `${moved}T09:00:00+05:00` : moved.toString();
        await updateTask(opened.db, actor, id, { dueAt });
        await toggleComplete(opened.db, actor, id, true);
        const next = (await all(actor)).find(({ completed }) => !completed);
        const date = Temporal.PlainDate.from(next?.dueAt ?? "");
        const later = days > 0 ? moved : friday;
        expect(date.dayOfWeek).toBe(5);
        expect(later.until(date).days).toBeGreaterThan(0);
        expect(later.until(date).days).toBeLessThanOrEqual(7);
      }),
      { numRuns: 25 },
    );
  });

  it("begins anew where its rule is changed", async () => {
    const actor = await somebody();
    const task = { title: "water", dueAt: "2027-01-01", recurrence: "FREQ=WEEKLY" };
    const { id } = await createTask(opened.db, actor, task);
    await updateTask(opened.db, actor, id, {
      dueAt: "2027-01-05",
      recurrence: "FREQ=WEEKLY;INTERVAL=2",
    });
    await toggleComplete(opened.db, actor, id, true);
    expect((await getTask(opened.db, actor.userId, id + 1)).dueAt).toBe("2027-01-19");
  });
});

describe("numbers", () => {
  it("are given once, in a row, to tasks that come at the same time", async () => {
    const actor = await somebody();
    const made = await Promise.all(
      Array.from({ length: 60 }, (_, n) => createTask(opened.db, actor, { title: `task ${n}` })),
    );
    const numbers = made.map(({ id }) => id).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
  });

  it("are never given again, whatever is deleted", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9), { maxLength: 12 }), async (steps) => {
        const actor = await somebody();
        let last = 0;
        for (const step of steps) {
          if (step < 5 || last === 0) {
            const { id } = await createTask(opened.db, actor, { title: "task" });
            expect(id).toBe(last + 1);
            last = id;
          } else {
            const gone = (error: unknown) => expect(isAppError(error)).toBe(true);
            await deleteTask(opened.db, actor, last).catch(gone);
            if (step > 7) await deleteForever(opened.db, actor.userId, last).catch(gone);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("edits that cross", () => {
  it("win once a version; the others are told of the current row, and nothing is lost", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 8 }),
        async (versions) => {
          const actor = await somebody();
          const { id } = await createTask(opened.db, actor, { title: "shared" });
          const answers = await Promise.allSettled(
            versions.map((version, n) =>
              updateTask(opened.db, actor, id, { title: `by ${n}`, version }),
            ),
          );
          const won = answers.flatMap((answer) =>
            answer.status === "fulfilled" ? [answer.value.version] : [],
          );
          expect(new Set(won).size).toBe(won.length);
          const current = await getTask(opened.db, actor.userId, id);
          expect(current.version).toBe(won.length + 1);
          for (const answer of answers) {
            if (answer.status === "fulfilled") continue;
            expect(answer.reason).toMatchObject({ code: "version_conflict", status: 409 });
            expect(answer.reason.values.current.id).toBe(id);
          }
          // Each edit began with what the one before had left.
          const { changes } = await getHistory(opened.db, actor.userId, id);
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
    "by %s show each task that stays once, in order, whatever comes and goes between",
    async (sort) => {
      const steps = fc.array(fc.constantFrom("insert", "delete", "none"), { maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(
          steps,
          fc.integer({ min: 1, max: 5 }),
          fc.gen(),
          async (between, limit, any) => {
            const actor = await somebody();
            const add = () =>
              createTask(opened.db, actor, {
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
            const before = await listTasks(opened.db, actor.userId, { sort, limit: 100 }, "UTC");
            const gone = new Set<number>();
            const seen: number[] = [];
            let cursor: string | undefined;
            for (let page = 0; page === 0 || cursor; page += 1) {
              const got = await listTasks(opened.db, actor.userId, { sort, limit, cursor }, "UTC");
              seen.push(...got.tasks.map(({ id }) => id));
              cursor = got.nextCursor ?? undefined;
              const step = between[page] ?? "none";
              if (step === "insert") await add();
              if (step === "delete") {
                const victim = any(fc.integer, { min: 1, max: 12 });
                if (!gone.has(victim)) await deleteTask(opened.db, actor, victim);
                gone.add(victim);
              }
            }
            expect(new Set(seen).size).toBe(seen.length);
            const stayed = before.tasks.map(({ id }) => id).filter((id) => !gone.has(id));
            expect(seen.filter((id) => stayed.includes(id))).toEqual(stayed);
          },
        ),
        { numRuns: 6 },
      );
    },
  );
});
