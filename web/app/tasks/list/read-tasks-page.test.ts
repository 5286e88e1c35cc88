import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTask } from "#app/tasks/task/create-task.server";
import type { Actor } from "#app/tasks/task/task";
import { createTestApi, type TestApi } from "#testing/test-app";
import { readTasksPage } from "./read-tasks-page.server";

const timeZone = "Asia/Karachi";
let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

describe("a search by days", () => {
  it("finds what is due then, and what has all of its words", async () => {
    const { id } = await api.signUp();
    const actor: Actor = { userId: id, by: "person", timeZone };
    const titles: [string, string | null][] = [
      ["buy milk", "2035-12-24"],
      ["pay rent", "2035-12-01"],
      ["buy milk for the cake", "2035-11-30"],
      ["plan december 2035", null],
      ["late fees", "2020-01-01"],
    ];
    for (const [title, dueAt] of titles) await createTask(api.app.db, actor, { title, dueAt });
    const found = async (search: string, more: Record<string, string> = {}) => {
      const params = new URLSearchParams({ search, ...more });
      const page = await readTasksPage(api.app.db, { id, name: "Sana", timeZone }, params);
      expect(page.counts.open).toBe(page.tasks.length);
      return page.tasks.map((task) => task.title).sort();
    };
    expect(await found("in december 2035")).toEqual(["buy milk", "pay rent"]);
    expect(await found("milk in december 2035")).toEqual(["buy milk"]);
    expect(await found("december 2035")).toEqual(["buy milk", "pay rent", "plan december 2035"]);
    expect(await found("before december 24, 2035")).toEqual([
      "buy milk for the cake",
      "late fees",
      "pay rent",
    ]);
    expect(await found("دسمبر ۲۰۳۵ میں")).toEqual(["buy milk", "pay rent"]);
    expect(await found("without a date")).toEqual(["plan december 2035"]);
    expect(await found("overdue")).toEqual(["late fees"]);
    expect(await found("milk")).toEqual(["buy milk", "buy milk for the cake"]);
    expect(await found("in december 2035", { overdue: "true" })).toEqual([]);
  });
});
