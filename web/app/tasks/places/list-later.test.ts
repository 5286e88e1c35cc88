import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTask } from "#app/tasks/task/create-task.server";
import type { Actor } from "#app/tasks/task/task";
import { createTestApi, type TestApi } from "#testing/test-app";
import { listLater } from "./list-later.server";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const TODAY = "2031-01-06";
const WEEK = { today: TODAY, from: TODAY, to: "2031-01-12" };

async function person(timeZone = "Asia/Karachi") {
  const { id } = await api.signUp();
  const actor: Actor = { userId: id, by: "person", timeZone };
  const add = (title: string, dueAt: string, recurrence: string, more: object = {}) =>
    createTask(api.app.db, actor, { title, dueAt, recurrence, ...more });
  const later = async (span = WEEK) =>
    (await listLater(api.app.db, { id, timeZone }, span)).map(({ title, day, time }) =>
      [title, day.slice(8), time].filter(Boolean).join(" "),
    );
  return { id, add, later };
}

describe("later occurrences", () => {
  it("are those of the rule after the next one, by day and hour", async () => {
    const { add, later } = await person();
    await add("tea", "2031-01-07T12:00:00Z", "FREQ=DAILY");
    await add("rent", "2031-01-03", "FREQ=WEEKLY");
    await add("late", "2031-01-01", "FREQ=DAILY;INTERVAL=3");
    await add("done by then", "2031-01-07", "FREQ=DAILY;COUNT=3");
    await add("except", "2031-01-05", "FREQ=DAILY", { recurrenceExcept: ["2031-01-08"] });
    await add("unknown", "2031-01-07", "FREQ=DAILY", { recurrenceFrom: "completion" });
    await add("next year", "2032-01-01", "FREQ=DAILY");
    expect(await later()).toEqual([
      ...["late 07", "except 07"],
      ...["tea 08 17:00", "done by then 08"],
      ...["tea 09 17:00", "done by then 09", "except 09"],
      ...["tea 10 17:00", "rent 10", "late 10", "except 10"],
      ...["tea 11 17:00", "except 11", "tea 12 17:00", "except 12"],
    ]);
    expect(await later({ today: TODAY, from: "2030-12-01", to: "2030-12-07" })).toEqual([]);
  });

  it("keep the hour of the zone of their task, on the day of the person", async () => {
    const { add, later } = await person("Asia/Karachi");
    await add("call", "2031-01-07T01:00:00Z", "FREQ=DAILY;COUNT=2", {
      timeZone: "America/Los_Angeles",
    });
    expect(await later()).toEqual(["call 08 06:00"]);
  });

  it("are bounded, however much repeats", async () => {
    const { id } = await person();
    await api.app.db.task.createMany({
      data: Array.from({ length: 2_000 }, (_, at) => ({
        userId: id,
        number: at + 1,
        title: "x",
        dueAt: new Date("2001-01-01T00:00:00Z"),
        recurrence: at % 2 ? "FREQ=DAILY;COUNT=100000" : "FREQ=YEARLY;BYDAY=MO,TU;BYMONTH=1,2",
      })),
    });
    const found = await listLater(api.app.db, { id, timeZone: "UTC" }, WEEK);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(2_000);
  });
});
