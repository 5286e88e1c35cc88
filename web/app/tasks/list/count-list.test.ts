import { afterAll, beforeAll, expect, it } from "vitest";
import { getStats } from "#app/tasks/statistics/get-stats.server";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { countList, listCategories } from "./count-list.server";

let api: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp("Amna");
  const bilal = await api.signUp("Bilal");
  await bilal.call("POST", "/api/v1/tasks", { title: "his", category: "his own" });
});
afterAll(() => api.close());

const categories = () => listCategories(api.app.db, amna.id);

it("lists each category of a person once, without the trash", async () => {
  expect(await categories()).toEqual([]);
  for (const category of ["home", "گھر", null, "home", "work", "gone"]) {
    await amna.call("POST", "/api/v1/tasks", { title: "a task", category });
  }
  await amna.call("DELETE", "/api/v1/tasks/6");
  expect((await categories()).sort()).toEqual(["home", "work", "گھر"]);
});

it("counts open and overdue tasks, and those due on the current day in the person's zone", async () => {
  const now = new Date("2026-11-20T20:30:00Z");
  for (const due_at of [
    "2026-11-20",
    "2026-11-21",
    "2026-11-20T20:00:00Z",
    "2026-11-21T18:59:00Z",
  ]) {
    await amna.call("POST", "/api/v1/tasks", { title: "due", due_at });
  }
  await amna.call("PATCH", "/api/v1/tasks/1/complete");
  expect(await countList(api.app.db, amna.id, "Asia/Karachi", now)).toEqual({
    total: 9,
    open: 8,
    completed: 1,
    overdue: 2,
    dueToday: 3,
  });
});

it("counts completed tasks for each of the last fourteen days in the person's zone", async () => {
  const person = await api.signUp("Sana");
  for (const completed_at of [
    "2026-11-20T20:00:00Z",
    "2026-11-20T18:00:00Z",
    "2026-11-01T00:00:00Z",
  ]) {
    const body = { tasks: [{ title: "done", completed_at }] };
    await person.call("POST", "/api/v1/tasks/import", body);
  }
  const now = new Date("2026-11-20T20:30:00Z");
  const statsFrom = (firstWeekday: number) => {
    const counting = { timeZone: "Asia/Karachi", preferences: { firstWeekday } };
    return getStats(api.app.db, person.id, counting, now);
  };
  const { lastDays, completedThisWeek } = await statsFrom(1);
  expect(completedThisWeek).toBe(2);
  // The 21st was a Saturday.
  expect((await statsFrom(6)).completedThisWeek).toBe(1);
  expect(lastDays).toHaveLength(14);
  expect(lastDays[0]).toEqual({ day: "2026-11-08", count: 0 });
  expect(lastDays.slice(-2)).toEqual([
    { day: "2026-11-20", count: 1 },
    { day: "2026-11-21", count: 1 },
  ]);
});
