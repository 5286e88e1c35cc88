import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#app/platform/testing/test-app";
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
