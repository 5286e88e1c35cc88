import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WireTask } from "#app/tasks/task/wire-task";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp("Amna");
});
afterAll(() => api.close());

const json = async <T = WireTask>(response: Response) => (await response.json()) as T;
const create = async (body: object) =>
  json(await amna.call("POST", "/api/v1/tasks", { title: "gym", ...body }));
const patch = async (id: number, body: object) =>
  json(await amna.call("PATCH", `/api/v1/tasks/${id}`, body));

const NOTHING = {
  duration_minutes: null,
  recurrence_from: "due",
  recurrence_except: [],
  time_zone: null,
};

describe("how long a task takes and how it repeats", () => {
  it("is empty where nothing is said", async () => {
    expect(await create({})).toMatchObject(NOTHING);
    expect(await create({ due_at: "2026-12-01T04:00:00Z" })).toMatchObject(NOTHING);
    expect(await create({ due_at: "2026-12-01", recurrence: "FREQ=DAILY" })).toMatchObject(NOTHING);
  });

  it("is kept as it is given, read back, edited and reset", async () => {
    const given = {
      due_at: "2026-12-01T04:00:00Z",
      duration_minutes: 60,
      recurrence: "FREQ=DAILY",
      recurrence_from: "completion",
      recurrence_except: ["2026-12-25", "2026-12-09", "2026-12-25"],
      time_zone: "Asia/Karachi",
    };
    const kept = { ...given, recurrence_except: ["2026-12-09", "2026-12-25"] };
    const task = await create(given);
    expect(task).toMatchObject(kept);
    const path = `/api/v1/tasks/${task.id}`;
    expect(await json(await amna.call("GET", path))).toMatchObject(kept);
    expect(await patch(task.id, { duration_minutes: 90 })).toMatchObject({
      ...kept,
      duration_minutes: 90,
    });
    const history = await json<{ changes: { fields: object }[] }>(
      await amna.call("GET", `${path}/history`),
    );
    expect(history.changes[0]?.fields).toEqual({ duration_minutes: { before: 60, after: 90 } });
    const replaced = await json(await amna.call("PUT", path, { title: "gym" }));
    expect(replaced).toMatchObject(NOTHING);
  });

  it("has the zone of the person for a moment that repeats, until its rule is gone", async () => {
    const task = await create({ due_at: "2026-12-01T04:00:00Z", recurrence: "FREQ=DAILY" });
    expect(task.time_zone).toBe("Asia/Karachi");
    const elsewhere = await patch(task.id, { time_zone: "Europe/London" });
    expect(elsewhere.time_zone).toBe("Europe/London");
    const moved = await patch(task.id, { due_at: "2026-12-02T05:00:00Z" });
    expect(moved.time_zone).toBe("Europe/London");
    expect(await patch(task.id, { recurrence: null })).toMatchObject(NOTHING);
  });

  it.each([
    [{ duration_minutes: 0 }, "duration_minutes"],
    [{ duration_minutes: 43_201 }, "duration_minutes"],
    [{ duration_minutes: 1.5 }, "duration_minutes"],
    [{ duration_minutes: "60" }, "duration_minutes"],
    [{ recurrence_from: "start" }, "recurrence_from"],
    [{ recurrence_from: null }, "recurrence_from"],
    [{ recurrence_except: "2026-12-25" }, "recurrence_except"],
    [{ recurrence_except: ["2026-02-30"] }, "recurrence_except.0"],
    [{ recurrence_except: ["2026-12-25T09:00:00Z"] }, "recurrence_except.0"],
    [{ recurrence_except: Array.from({ length: 367 }, () => "2026-12-25") }, "recurrence_except"],
    [{ time_zone: "Mars/Olympus" }, "time_zone"],
    [{ time_zone: "" }, "time_zone"],
  ])("refuses %j with the field and what is taken", async (body, field) => {
    const response = await amna.call("POST", "/api/v1/tasks", { title: "gym", ...body });
    expect(response.status).toBe(422);
    const problem = await json<Record<string, string>>(response);
    expect(problem).toMatchObject({ code: "invalid_input", field });
    expect(problem.expected).toBeTruthy();
  });
});

const today = Temporal.Now.plainDateISO("Asia/Karachi");
const day = (distance: number): string => today.add({ days: distance }).toString();
const at = (distance: number, time: string, zone = "Asia/Karachi"): string =>
  today
    .add({ days: distance })
    .toZonedDateTime({ timeZone: zone, plainTime: time })
    .toInstant()
    .toString();
const open = async (search: string) => {
  const { tasks } = await json<{ tasks: WireTask[] }>(
    await amna.call("GET", `/api/v1/tasks?status=open&search=${search}`),
  );
  return tasks;
};

describe("completing", () => {
  it("says the state, however often it is sent, and toggles without a body", async () => {
    const { id } = await create({});
    const path = `/api/v1/tasks/${id}/complete`;
    const send = async (body?: object) =>
      (await json(await amna.call("PATCH", path, body))).completed;
    expect(await send({ completed: true })).toBe(true);
    expect(await send({ completed: true })).toBe(true);
    expect(await send({ completed: false })).toBe(false);
    expect(await send({})).toBe(true);
    expect(await send()).toBe(false);
    expect((await amna.call("PATCH", path, { completed: "yes" })).status).toBe(422);
  });

  it("goes by an edit too, with the other fields", async () => {
    const { id } = await create({});
    expect(await patch(id, { completed: true, title: "swim" })).toMatchObject({
      completed: true,
      title: "swim",
    });
    expect(await patch(id, { completed: true })).toMatchObject({ completed: true });
    expect(await patch(id, { completed: false })).toMatchObject({ completed: false });
    const stale = { completed: true, version: 1 };
    expect((await amna.call("PATCH", `/api/v1/tasks/${id}`, stale)).status).toBe(409);
  });

  it("makes the first occurrence after today of one that is late, in its zone", async () => {
    const { id } = await create({
      title: "medicine",
      due_at: at(-9, "09:00", "America/New_York"),
      duration_minutes: 10,
      recurrence: "FREQ=DAILY",
      time_zone: "America/New_York",
      recurrence_except: [day(-3), day(40)],
    });
    await patch(id, { completed: true });
    const [next, ...others] = await open("medicine");
    expect(others).toEqual([]);
    const there = Temporal.Instant.from(next?.due_at ?? "").toZonedDateTimeISO("America/New_York");
    const tomorrow = Temporal.Now.plainDateISO("America/New_York").add({ days: 1 });
    expect(there.toPlainDateTime().toString()).toBe(`${tomorrow}T09:00:00`);
    expect(next).toMatchObject({
      duration_minutes: 10,
      time_zone: "America/New_York",
      recurrence_except: [day(40)],
    });
  });

  it("counts from the day of completion where that is asked for", async () => {
    const { id } = await create({
      title: "haircut",
      due_at: day(-9),
      recurrence: "FREQ=DAILY;INTERVAL=3",
      recurrence_from: "completion",
    });
    await patch(id, { completed: true });
    expect(await open("haircut")).toMatchObject([
      { due_at: day(3), recurrence_from: "completion" },
    ]);
  });
});

describe("skipping", () => {
  const skip = (id: number, body?: object, headers = {}) =>
    amna.call("POST", `/api/v1/tasks/${id}/skip`, body, headers);
  const daily = (body = {}) => create({ due_at: day(0), recurrence: "FREQ=DAILY", ...body });

  it("moves to the next occurrence, once for a key", async () => {
    const { id } = await daily();
    expect(await json(await skip(id))).toMatchObject({ id, due_at: day(1), completed: false });
    const key = { "idempotency-key": "skip-1" };
    expect(await json(await skip(id, undefined, key))).toMatchObject({ due_at: day(2) });
    expect(await json(await skip(id, undefined, key))).toMatchObject({ due_at: day(2) });
    const { changes } = await json<{ changes: { action: string; fields: object }[] }>(
      await amna.call("GET", `/api/v1/tasks/${id}/history`),
    );
    expect(changes[0]).toMatchObject({ action: "skipped" });
    expect(changes[0]?.fields).toEqual({ due_at: { before: day(1), after: day(2) } });
  });

  it("goes on after today when it is late, and leaves the days of the series", async () => {
    const { id } = await daily({ due_at: day(-9), recurrence: "FREQ=DAILY;INTERVAL=2" });
    expect(await json(await skip(id))).toMatchObject({ due_at: day(1) });
    await patch(id, { due_at: day(2) });
    expect(await json(await skip(id))).toMatchObject({ due_at: day(3) });
  });

  it("leaves out all of a span, or days to come", async () => {
    const { id } = await daily();
    expect(await json(await skip(id, { from: day(0), to: day(5) }))).toMatchObject({
      due_at: day(6),
      recurrence_except: [],
    });
    expect(await json(await skip(id, { from: day(8), to: day(9) }))).toMatchObject({
      due_at: day(6),
      recurrence_except: [day(8), day(9)],
    });
    await patch(id, { completed: true });
    const [next] = (await open("gym")).filter(({ due_at }) => due_at === day(7));
    await patch(next?.id ?? 0, { completed: true });
    expect((await open("gym")).some(({ due_at }) => due_at === day(10))).toBe(true);
  });

  it("reduces COUNT, and refuses the last one", async () => {
    const { id } = await daily({ recurrence: "FREQ=DAILY;COUNT=2" });
    expect(await json(await skip(id))).toMatchObject({
      due_at: day(1),
      recurrence: "FREQ=DAILY;COUNT=1",
    });
    const last = await skip(id);
    expect(last.status).toBe(409);
    expect(await json<object>(last)).toMatchObject({ code: "last_occurrence" });
  });

  it("refuses what it cannot do, with the reason", async () => {
    const { id } = await daily({ recurrence: "FREQ=WEEKLY" });
    const { id: once } = await create({ due_at: day(0) });
    const codes = async (id: number, body: object) => {
      const response = await skip(id, body);
      return [response.status, (await json<{ code: string }>(response)).code];
    };
    expect(await codes(once, {})).toEqual([409, "not_recurring"]);
    expect(await codes(id, { from: day(1), to: day(2) })).toEqual([409, "no_occurrence_then"]);
    expect(await codes(id, { from: day(2), to: day(1) })).toEqual([422, "invalid_input"]);
    expect(await codes(id, { from: day(1), to: day(400) })).toEqual([422, "invalid_input"]);
    expect(await codes(id, { from: "monday" })).toEqual([422, "invalid_input"]);
    expect(await codes(id, { version: 7 })).toEqual([409, "version_conflict"]);
    expect(await codes(999, {})).toEqual([404, "task_not_found"]);
    await patch(id, { completed: true });
    expect(await codes(id, {})).toEqual([409, "not_recurring"]);
  });
});
