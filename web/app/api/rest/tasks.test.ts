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
const tasksOf = ({ id }: TestPerson) => `/api/${id}/tasks`;

describe("tasks over HTTP", () => {
  it("creates, reads, edits, completes, reopens and deletes", async () => {
    const created = await amna.call("POST", tasksOf(amna), {
      title: "  buy milk ",
      due_at: "2026-11-22T17:00:00+05:00",
      priority: "high",
    });
    expect(created.status).toBe(201);
    const task = await json(created);
    expect(task).toMatchObject({
      id: 1,
      title: "buy milk",
      description: "",
      priority: "high",
      category: null,
      due_at: "2026-11-22T12:00:00Z",
      recurrence: null,
      completed: false,
      completed_at: null,
      version: 1,
    });
    const path = `${tasksOf(amna)}/${task.id}`;
    expect(await json(await amna.call("GET", path))).toEqual(task);

    const edited = await json(await amna.call("PATCH", path, { due_at: "2026-11-23" }));
    expect(edited).toMatchObject({ due_at: "2026-11-23", title: "buy milk", version: 2 });

    const replaced = await json(await amna.call("PUT", path, { title: "buy bread" }));
    expect(replaced).toMatchObject({ title: "buy bread", due_at: null, priority: "medium" });

    const completed = await json(await amna.call("PATCH", `${path}/complete`));
    expect(completed).toMatchObject({ completed: true });
    const reopened = await json(await amna.call("PATCH", `${path}/complete`));
    expect(reopened).toMatchObject({ completed: false, completed_at: null });

    const deleted = await amna.call("DELETE", path);
    expect(deleted.status).toBe(204);
    expect((await amna.call("GET", path)).status).toBe(404);
    expect((await amna.call("DELETE", path)).status).toBe(404);
  });

  it("never reuses a number", async () => {
    const first = await json(await amna.call("POST", tasksOf(amna), { title: "one" }));
    await amna.call("DELETE", `${tasksOf(amna)}/${first.id}`);
    const second = await json(await amna.call("POST", tasksOf(amna), { title: "two" }));
    expect(second.id).toBe(first.id + 1);
  });

  it("rejects a stale version with the current row and changes nothing", async () => {
    const task = await json(await amna.call("POST", tasksOf(amna), { title: "versioned" }));
    const path = `/api/v1/tasks/${task.id}`;
    const fresh = await json(await amna.call("PATCH", path, { title: "mine", version: 1 }));
    const stale = await amna.call("PATCH", path, { title: "theirs", version: 1 });
    expect(stale.status).toBe(409);
    expect(await json<object>(stale)).toMatchObject({ code: "version_conflict", current: fresh });
    expect(await json(await amna.call("GET", path))).toEqual(fresh);
  });

  it("creates one next occurrence per completion and removes it on reopening", async () => {
    const task = await json(
      await amna.call("POST", tasksOf(amna), {
        title: "water plants",
        due_at: "2026-11-27",
        recurrence: "FREQ=WEEKLY",
      }),
    );
    const path = `/api/v1/tasks/${task.id}`;
    await amna.call("PATCH", `${path}/complete`);
    await amna.call("PATCH", `${path}/complete`);
    await amna.call("PATCH", `${path}/complete`);
    const { tasks } = await json<{ tasks: WireTask[] }>(
      await amna.call("GET", `${tasksOf(amna)}?search=water&status=open`),
    );
    expect(tasks).toMatchObject([{ due_at: "2026-12-04", recurrence: "FREQ=WEEKLY" }]);
  });

  it("pages by cursor without duplicates or gaps", async () => {
    const bilal = await api.signUp("Bilal");
    for (let n = 1; n <= 7; n += 1) {
      const due_at = n % 2 ? `2026-12-0${n}` : null;
      await bilal.call("POST", tasksOf(bilal), { title: `task ${n}`, due_at });
    }
    type Page = { tasks: WireTask[]; next_cursor: string | null };
    for (const sort of ["due", "number", "-number", "created", "-updated", "priority"]) {
      const seen: number[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const query: string = `?sort=${sort}&limit=3${cursor && `&cursor=${cursor}`}`;
        const page: Page = await json(await bilal.call("GET", tasksOf(bilal) + query));
        seen.push(...page.tasks.map(({ id }) => id));
        cursor = page.next_cursor;
      }
      expect([...seen].sort(), sort).toEqual([1, 2, 3, 4, 5, 6, 7]);
    }
  });

  it("filters by status, priority, category, search and due range", async () => {
    const dua = await api.signUp("Dua");
    const add = (task: object) => dua.call("POST", tasksOf(dua), task);
    await add({ title: "pay rent", category: "home", priority: "high", due_at: "2026-12-01" });
    await add({ title: "دودھ خریدنا", due_at: "2026-12-05T09:00:00+05:00" });
    await add({ title: "100% _done_", category: "Work" });
    await add({ title: "old", due_at: "2020-01-01" });
    const find = async (query: string) => {
      const page = await json<{ tasks: WireTask[] }>(await dua.call("GET", tasksOf(dua) + query));
      return page.tasks.map(({ id }) => id);
    };
    expect(await find("?priority=high")).toEqual([1]);
    expect(await find("?category=WORK")).toEqual([3]);
    expect(await find(`?search=${encodeURIComponent("دودھ")}`)).toEqual([2]);
    expect(await find(`?search=${encodeURIComponent("100%")}`)).toEqual([3]);
    expect(await find("?search=%25")).toEqual([3]);
    expect(await find("?due_from=2026-12-01&due_to=2026-12-05")).toEqual([1, 2]);
    expect(await find("?due_to=2026-12-04")).toEqual([4, 1]);
    expect(await find("?overdue=true")).toEqual([4]);
    expect(await find("?status=completed")).toEqual([]);
  });

  it("returns statistics", async () => {
    const esa = await api.signUp("Esa");
    for (const title of ["a", "b", "c"]) await esa.call("POST", tasksOf(esa), { title });
    await esa.call("PATCH", `${tasksOf(esa)}/2/complete`);
    expect(await json<object>(await esa.call("GET", `/api/${esa.id}/stats`))).toEqual({
      total: 3,
      open: 2,
      completed: 1,
      overdue: 0,
      by_priority: { low: 0, medium: 3, high: 0 },
      by_category: {},
      completed_this_week: 1,
      streak: 1,
    });
  });

  it("creates once per Idempotency-Key, and rejects the key for a different request", async () => {
    const key = { "idempotency-key": "k1" };
    const send = (title: string) => amna.call("POST", tasksOf(amna), { title }, key);
    const answers = await Promise.all([send("once"), send("once"), send("once")]);
    const ids = await Promise.all(answers.map(async (answer) => (await json(answer)).id));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(ids).size).toBe(1);
    expect((await send("another")).status).toBe(422);
  });
});

describe("bad input", () => {
  const cases: [name: string, body: unknown, field: string][] = [
    ["no title", {}, "title"],
    ["an empty title", { title: "  " }, "title"],
    ["a title too long", { title: "x".repeat(201) }, "title"],
    ["a title that is not a text", { title: 7 }, "title"],
    ["a NUL", { title: "a\0b" }, "title"],
    ["an unknown priority", { title: "a", priority: "urgent" }, "priority"],
    ["an invalid day", { title: "a", due_at: "2026-02-30" }, "due_at"],
    ["an instant without an offset", { title: "a", due_at: "2026-11-22T17:00" }, "due_at"],
    ["an invalid recurrence rule", { title: "a", recurrence: "every day" }, "recurrence"],
    ["an unknown member", { title: "a", owner: "me" }, "owner"],
  ];

  it.each(cases)("with %s is 422 and names the field", async (_name, body, field) => {
    const response = await amna.call("POST", tasksOf(amna), body);
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = await json<Record<string, string>>(response);
    expect(problem).toMatchObject({ status: 422, code: "invalid_input", field });
    expect(problem.detail).toContain(field);
    expect(problem.expected).toBeTruthy();
    expect(problem.received).toBeTruthy();
  });

  it("is 400 for invalid JSON, 415 for another media type, 422 for an unknown query", async () => {
    const send = (type: string) =>
      api.fetch(tasksOf(amna), {
        method: "POST",
        headers: { authorization: `Bearer ${amna.token}`, "content-type": type },
        body: "{no",
      });
    expect((await send("application/json")).status).toBe(400);
    expect((await send("text/plain")).status).toBe(415);
    for (const query of ["status=done", "limit=0", "limit=101", "cursor=xx", "colour=red"]) {
      expect((await amna.call("GET", `${tasksOf(amna)}?${query}`)).status, query).toBe(422);
    }
  });

  it("is 404 in the caller's language for an unknown task number", async () => {
    for (const id of ["999", "0", "-1", "abc", "99999999999999999999", "1.5"]) {
      const response = await amna.call("GET", `${tasksOf(amna)}/${id}`);
      expect(response.status, id).toBe(404);
    }
    const urdu = { "accept-language": "ur" };
    const response = await amna.call("GET", `${tasksOf(amna)}/999`, undefined, urdu);
    expect((await json<{ detail: string }>(response)).detail).toMatch(/[؀-ۿ]/);
  });

  it("is 413 for a body over one mebibyte", async () => {
    const response = await amna.call("POST", tasksOf(amna), { title: "x".repeat(2 ** 20) });
    expect(response.status).toBe(413);
  });
});

describe("isolation", () => {
  it("reports paths, tasks and bodies of other users as not found and changes nothing", async () => {
    const other = await api.signUp("Other");
    await other.call("POST", tasksOf(other), { title: "private" });
    expect((await amna.call("GET", tasksOf(other))).status).toBe(404);
    expect((await amna.call("PATCH", `${tasksOf(other)}/1`, { title: "x" })).status).toBe(404);
    expect((await amna.call("DELETE", `${tasksOf(other)}/1`)).status).toBe(404);
    const forged = await amna.call("POST", tasksOf(amna), { title: "x", user_id: other.id });
    expect(forged.status).toBe(404);
    const own = await amna.call("POST", tasksOf(amna), { title: "x", user_id: amna.id });
    expect(own.status).toBe(201);
    expect(await json(await other.call("GET", `${tasksOf(other)}/1`))).toMatchObject({
      title: "private",
      version: 1,
    });
  });
});
