import { afterAll, beforeAll, expect, it } from "vitest";
import { undoChanges } from "#app/tasks/history/undo-changes.server";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { carryReminders, sortReminders } from "./reminder";
import type { Actor } from "./task";

let api: TestApi;
let amna: TestPerson;
let actor: Actor;

beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp();
  actor = { userId: amna.id, by: "person", timeZone: "Asia/Karachi" };
});
afterAll(() => api.close());

const send = async (method: string, path: string, body?: unknown) => {
  const response = await amna.call(method, `/api/v1${path}`, body);
  return { status: response.status, body: response.status === 204 ? null : await response.json() };
};
const planned = async (number: number) =>
  (await api.app.db.reminder.findMany({ where: { userId: amna.id, taskNumber: number } }))
    .map(({ ringsAt }) => ringsAt.toISOString())
    .sort();

const DUE = "2099-05-01T09:00:00Z";

it("keeps the reminders of a task, each once and in order, and plans them", async () => {
  const reminders = [
    { at: "2099-04-30T12:00:00+05:00" },
    { minutes_before: 30 },
    { minutes_before: 2880 },
    { minutes_before: 30 },
  ];
  const { status, body } = await send("POST", "/tasks", {
    title: "clinic",
    due_at: DUE,
    reminders,
  });
  expect(status).toBe(201);
  const kept = [{ minutes_before: 2880 }, { minutes_before: 30 }, { at: "2099-04-30T07:00:00Z" }];
  expect(body.reminders).toEqual(kept);
  expect((await send("GET", `/tasks/${body.id}`)).body.reminders).toEqual(kept);
  expect(await planned(body.id)).toEqual([
    "2099-04-29T09:00:00.000Z",
    "2099-04-30T07:00:00.000Z",
    "2099-05-01T08:30:00.000Z",
  ]);
});

it("rings by default when a moment comes, and on the morning of a day", async () => {
  const { body: moment } = await send("POST", "/tasks", { title: "call", due_at: DUE });
  const { body: day } = await send("POST", "/tasks", { title: "rent", due_at: "2099-05-01" });
  const { body: none } = await send("POST", "/tasks", { title: "a", due_at: DUE, reminders: [] });
  expect([moment.reminders, day.reminders, none.reminders]).toEqual([null, null, []]);
  expect(await planned(moment.id)).toEqual(["2099-05-01T09:00:00.000Z"]);
  // Eight in Karachi.
  expect(await planned(day.id)).toEqual(["2099-05-01T03:00:00.000Z"]);
  expect(await planned(none.id)).toEqual([]);
});

it("does not plan what has passed, is completed or in the trash", async () => {
  const past = { title: "past", due_at: "2020-01-01T00:00:00Z" };
  const { body } = await send("POST", "/tasks", past);
  expect(await planned(body.id)).toEqual([]);
  await send("PATCH", `/tasks/${body.id}`, { due_at: DUE });
  expect(await planned(body.id)).toHaveLength(1);
  await send("PATCH", `/tasks/${body.id}/complete`);
  expect(await planned(body.id)).toEqual([]);
  await send("PATCH", `/tasks/${body.id}/complete`);
  expect(await planned(body.id)).toHaveLength(1);
  await send("DELETE", `/tasks/${body.id}`);
  expect(await planned(body.id)).toEqual([]);
});

it("moves those before a date with it, and leaves those at a moment", async () => {
  const reminders = [{ minutes_before: 30 }, { at: "2099-04-30T07:00:00Z" }];
  const { body } = await send("POST", "/tasks", { title: "move", due_at: DUE, reminders });
  await send("PATCH", `/tasks/${body.id}`, { due_at: "2099-06-01T12:00:00Z" });
  expect(await planned(body.id)).toEqual(["2099-04-30T07:00:00.000Z", "2099-06-01T11:30:00.000Z"]);
  await send("PATCH", `/tasks/${body.id}`, { due_at: null });
  expect(await planned(body.id)).toEqual(["2099-04-30T07:00:00.000Z"]);
  await send("DELETE", `/tasks/${body.id}`);
  expect(await planned(body.id)).toEqual([]);
  await undoChanges(api.app.db, actor, [[body.id, 4]]);
  expect(await planned(body.id)).toHaveLength(1);
});

it("carries them along to the next occurrence, a moment by the same days", async () => {
  const reminders = [{ minutes_before: 15 }, { at: "2099-04-30T07:00:00Z" }];
  const task = { title: "water", due_at: DUE, recurrence: "FREQ=WEEKLY", reminders };
  const { body } = await send("POST", "/tasks", task);
  await send("PATCH", `/tasks/${body.id}/complete`);
  const { body: next } = await send("GET", `/tasks/${body.id + 1}`);
  expect(next.due_at).toBe("2099-05-08T09:00:00Z");
  expect(next.reminders).toEqual([{ minutes_before: 15 }, { at: "2099-05-07T07:00:00Z" }]);
  expect(await planned(next.id)).toHaveLength(2);
});

it("keeps a moment at its time of day across daylight saving", () => {
  const from = "2027-03-26T09:00:00Z";
  const to = "2027-04-02T08:00:00Z";
  const carried = carryReminders([{ at: "2027-03-25T17:00:00Z" }], from, to, "Europe/Berlin");
  expect(carried).toEqual([{ at: "2027-04-01T16:00:00Z" }]);
  expect(sortReminders([{ minutes_before: 5 }, { minutes_before: 10 }])).toEqual([
    { minutes_before: 10 },
    { minutes_before: 5 },
  ]);
});

it("undoes a change of reminders", async () => {
  const { body } = await send("POST", "/tasks", { title: "undo", due_at: DUE });
  const { body: edited } = await send("PATCH", `/tasks/${body.id}`, {
    reminders: [{ minutes_before: 5 }],
  });
  await undoChanges(api.app.db, actor, [[body.id, edited.version]]);
  expect((await send("GET", `/tasks/${body.id}`)).body.reminders).toBeNull();
  expect(await planned(body.id)).toEqual(["2099-05-01T09:00:00.000Z"]);
});

it.each([
  [[{ minutes_before: -1 }], "reminders.0.minutes_before"],
  [[{ minutes_before: 1.5 }], "reminders.0.minutes_before"],
  [[{ at: "2099-05-01" }], "reminders.0.at"],
  [[{ at: DUE, minutes_before: 1 }], "reminders.0"],
  [[{}], "reminders.0"],
  ["30m", "reminders"],
  [Array.from({ length: 11 }, (_, n) => ({ minutes_before: n })), "reminders"],
])("refuses %j", async (reminders, field) => {
  const { status, body } = await send("POST", "/tasks", { title: "x", reminders });
  expect(status).toBe(422);
  expect(body.field).toMatch(/^reminders/);
  expect(field.startsWith(body.field)).toBe(true);
  expect(body.expected).toMatch(/minutes_before|at most/);
});
