import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCalendar } from "#app/tasks/calendar/read-calendar.server";
import { byName } from "#app/tasks/groups/names";
import { addTask } from "#app/tasks/quick-add/add-task.server";
import { addDays } from "#app/tasks/task/calendar-days";
import { createTask } from "#app/tasks/task/create-task.server";
import { startOfDay, today } from "#app/tasks/task/due-date";
import type { Actor } from "#app/tasks/task/task";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import { createTestApi, type TestApi } from "#testing/test-app";
import { countPlaces } from "./count-places.server";
import { readToday } from "./read-today.server";
import { readUpcoming } from "./read-upcoming.server";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

// East and west of the day line, where the day of UTC is seldom the person's.
describe.each(["Asia/Karachi", "America/Los_Angeles", "Pacific/Kiritimati"])(
  "the places of somebody in %s",
  (timeZone) => {
    /** Somebody with tasks on each day of a week, at its first and last minute and without an hour. */
    async function person() {
      const { id } = await api.signUp();
      const actor: Actor = { userId: id, by: "person", timeZone };
      const day = today(new Date(), timeZone);
      const add = (title: string, dueAt: string | null) =>
        createTask(api.app.db, actor, { title, dueAt });
      for (let shift = -2; shift <= 8; shift += 1) {
        const start = startOfDay(day, timeZone, shift).getTime();
        const end = startOfDay(day, timeZone, shift + 1).getTime();
        await add(`whole ${shift}`, addDays(day, shift));
        await add(`first ${shift}`, new Date(start).toISOString());
        await add(`last ${shift}`, new Date(end - 60_000).toISOString());
      }
      await add("some time", null);
      const user = { id, name: "Sana", timeZone, locale: "en" as const };
      return { user, actor, day, add };
    }

    it("have each task on its day", async () => {
      const { user, actor, day } = await person();
      const { db } = api.app;
      const none = new URLSearchParams();

      const now = await readToday(db, user, none);
      const titles = now.tasks.map(({ title }) => title).sort();
      const due = [-2, -1, 0].flatMap((shift) =>
        ["first", "last", "whole"].map((which) => `${which} ${shift}`),
      );
      expect(titles).toEqual(due.sort());
      expect((await countPlaces(db, user)).today).toBe(due.length);

      const [first] = now.tasks;
      await toggleComplete(db, actor, first?.id ?? 0, true);
      const done = (await readToday(db, user, none)).tasks.filter(({ completed }) => completed);
      expect(done.map(({ id }) => id)).toEqual([first?.id]);

      const next = await readUpcoming(db, user, none);
      expect(next.days.map((one) => one.day)).toEqual(
        [0, 1, 2, 3, 4, 5, 6].map((shift) => addDays(day, shift)),
      );
      expect(next.days.map(({ total }) => total)).toEqual([3, 3, 3, 3, 3, 3, 3]);
      const week = await readUpcoming(db, user, new URLSearchParams({ from: addDays(day, 8) }));
      expect(week.tasks.map(({ title }) => title)).toEqual(["first 8", "last 8", "whole 8"]);

      const search = new URLSearchParams({ week: day });
      const { days, kind } = await readCalendar(db, user, search);
      expect(kind).toBe("week");
      expect(days).toHaveLength(7);
      expect(days.find((one) => one.day === day)?.total).toBe(3);
    });

    it("take a line that names no day for the day it is added on", async () => {
      const { user, actor, day } = await person();
      const on = addDays(day, 3);
      const line = (title: string) =>
        addTask(api.app.db, actor, {
          ...{ intent: "add", title, date: "", time: "", priority: "medium" },
          ...{ category: "", literal: "", day: on },
        });
      expect(await line("buy bread")).toMatchObject([{ title: "buy bread", dueAt: on }]);
      expect(await line("buy milk tomorrow")).toMatchObject([{ dueAt: addDays(day, 1) }]);
      const { tasks } = await readUpcoming(api.app.db, user, new URLSearchParams());
      expect(tasks.map(({ title }) => title)).toContain("buy bread");
    });
  },
);

describe("a place", () => {
  const timeZone = "Asia/Karachi";

  it("reads what an address may say, and shows the tasks of nobody else", async () => {
    const [sana, ali] = [await api.signUp(), await api.signUp()];
    const { db } = api.app;
    const task = await createTask(
      db,
      { userId: ali.id, by: "person", timeZone },
      { title: "theirs", dueAt: today(new Date(), timeZone), category: "home" },
    );
    const user = { id: sana.id, name: "Sana", timeZone, locale: "ur" as const };
    const search = (text: string) => new URLSearchParams(text);
    for (const text of ["", `task=${task.id}`, "plan=x", "from=2026-02-30", "month=2026-13"]) {
      const read = [readToday, readUpcoming, readCalendar] as const;
      for (const readOne of read) {
        const page = await readOne(db, user, search(text));
        expect(page.tasks, text).toEqual([]);
        expect(page.detail, text).toBeNull();
      }
    }
    expect(await countPlaces(db, user)).toEqual({ today: 0, lists: [], filters: [] });
    const month = await readCalendar(db, user, search("month=2026-12"));
    // In Urdu weeks begin on Sunday.
    expect(month.days[0]?.day).toBe("2026-11-29");
    expect(month.days).toHaveLength(35);
    const week = await readCalendar(db, user, search("week=2026-12-09"));
    expect(week.shown).toBe("2026-12-06");
    for (const text of ["month=0001-01", "week=9999-12-31", "from=1970-01-01", "day=-"]) {
      await expect(readCalendar(db, user, search(text))).resolves.toBeDefined();
      await expect(readUpcoming(db, user, search(text))).resolves.toBeDefined();
    }
  });

  it("is bounded: of a full day it reads the first tasks, and says how many there are", async () => {
    const { id } = await api.signUp();
    const day = today(new Date(), timeZone);
    await api.app.db.$executeRaw`
      INSERT INTO task (user_id, number, title, due_at, due_has_time, category)
      SELECT ${id}, n, 'task ' || n, ${new Date(day)}::timestamptz - interval '1 day' * (n % 2), false,
        'list ' || n % 12
      FROM generate_series(1, 10000) AS n`;
    const user = { id, name: "Sana", timeZone, locale: "en" as const };
    const { db } = api.app;
    const now = await readToday(db, user, new URLSearchParams());
    expect(now.tasks.length).toBeLessThanOrEqual(150);
    expect(now.hasMore).toEqual({ overdue: true, today: true });
    expect(now.numbers).toEqual({ open: 10_000, dueToday: 5_000, overdue: 5_000 });
    const next = await readUpcoming(db, user, new URLSearchParams());
    expect(next.days[0]?.total).toBe(5_000);
    expect(next.tasks.length).toBeLessThanOrEqual(40);
    const counts = await countPlaces(db, user);
    expect(counts.today).toBe(10_000);
    expect(counts.lists.map(({ name }) => name).slice(0, 4)).toEqual([
      "list 0",
      "list 1",
      "list 2",
      "list 3",
    ]);
  });
});

it("sorts names as people do", () => {
  expect(["10", "9", "b 2", "B 10", "a", "۱۰", "گھر"].sort(byName).slice(0, 2)).toEqual([
    "9",
    "10",
  ]);
  expect(["list 10", "List 2", "list 1"].sort(byName)).toEqual(["list 1", "List 2", "list 10"]);
});
