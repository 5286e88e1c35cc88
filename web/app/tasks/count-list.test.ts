import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#app/platform/testing/test-app";
import { countList, listCategories } from "./count-list.server";
import { getStats } from "./get-stats.server";

let api: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp("Amna");
  const bilal = await api.signUp("Bilal");
  await bilal.call("POST", "/api/v1/tasks", { title: "his", category: "his own" });
});
afterAll(() => api.close());

const categories = () => listCategories(api.karlo.db, amna.id);

it("names each category of a person once, without the trash", async () => {
  expect(await categories()).toEqual([]);
  for (const category of ["home", "گھر", null, "home", "work", "gone"]) {
    await amna.call("POST", "/api/v1/tasks", { title: "a task", category });
  }
  await amna.call("DELETE", "/api/v1/tasks/6");
  expect((await categories()).sort()).toEqual(["home", "work", "گھر"]);
});

it("counts what is open, due on the person's day, and overdue", async () => {
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
  expect(await countList(api.karlo.db, amna.id, "Asia/Karachi", now)).toEqual({
    total: 9,
    open: 8,
    completed: 1,
    overdue: 2,
    dueToday: 3,
  });
});

it("tells what was completed on each of the person's last fourteen days", async () => {
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
  const { lastDays } = await getStats(api.karlo.db, person.id, "Asia/Karachi", now);
  expect(lastDays).toHaveLength(14);
  expect(lastDays[0]).toEqual({ day: "2026-11-08", count: 0 });
  expect(lastDays.slice(-2)).toEqual([
    { day: "2026-11-20", count: 1 },
    { day: "2026-11-21", count: 1 },
  ]);
});
