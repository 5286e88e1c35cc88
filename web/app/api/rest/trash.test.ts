import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;
let other: TestPerson;

beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp("Amna");
  other = await api.signUp("Other");
});
afterAll(() => api.close());

// biome-ignore lint/suspicious/noExplicitAny: the test of the OpenAPI document checks the shapes.
const read = async (response: Promise<Response>): Promise<any> => (await response).json();
const get = (path: string) => read(amna.call("GET", `/api/v1${path}`));
const status = async (person: TestPerson, method: string, path: string) =>
  (await person.call(method, `/api/v1${path}`)).status;

describe("the trash", () => {
  it("lists, restores under the old number, and deletes permanently", async () => {
    for (const title of ["one", "two", "three", "four"]) {
      await amna.call("POST", "/api/v1/tasks", { title });
    }
    for (const id of [2, 1, 4]) await amna.call("DELETE", `/api/v1/tasks/${id}`);
    const ids = async (query = "") =>
      (await get(`/trash${query}`)).tasks.map(({ id }: { id: number }) => id);
    expect(await ids()).toEqual([4, 1, 2]);

    const first = await get("/trash?limit=2");
    expect(first.next_cursor).toBe(1);
    expect(await ids(`?limit=2&cursor=${first.next_cursor}`)).toEqual([2]);

    const restored = await read(amna.call("POST", "/api/v1/tasks/1/restore"));
    expect(restored).toMatchObject({ id: 1, title: "one", version: 3 });
    expect(await status(amna, "POST", "/tasks/1/restore")).toBe(404);

    expect(await status(amna, "DELETE", "/trash/3")).toBe(404);
    expect(await status(amna, "DELETE", "/trash/2")).toBe(204);
    expect(await status(amna, "DELETE", "/trash/2")).toBe(404);
    expect(await status(amna, "GET", "/tasks/2/history")).toBe(404);

    expect(await status(amna, "DELETE", "/trash")).toBe(204);
    expect(await ids()).toEqual([]);
    expect((await get("/tasks")).tasks).toHaveLength(2);
    expect(await read(amna.call("POST", "/api/v1/tasks", { title: "five" }))).toMatchObject({
      id: 5,
    });
    const kept = await api.app.db.taskChange.groupBy({
      by: ["taskNumber"],
      where: { userId: amna.id },
    });
    expect(kept.map(({ taskNumber }) => taskNumber).sort()).toEqual([1, 3, 5]);
  });

  it("is not accessible to other users", async () => {
    await amna.call("DELETE", "/api/v1/tasks/1");
    expect((await read(other.call("GET", "/api/v1/trash"))).tasks).toEqual([]);
    for (const path of ["/tasks/1/restore", "/trash/1", "/tasks/1/history"]) {
      const method = path.endsWith("restore") ? "POST" : path === "/trash/1" ? "DELETE" : "GET";
      expect(await status(other, method, path), path).toBe(404);
    }
    expect((await other.call("GET", `/api/${amna.id}/trash`)).status).toBe(404);
    expect(await status(other, "DELETE", "/trash")).toBe(204);
    expect((await get("/trash")).tasks).toHaveLength(1);
  });
});

describe("the history of a task", () => {
  it("lists actor and fields of each change, newest first, in pages", async () => {
    const { id } = await read(amna.call("POST", "/api/v1/tasks", { title: "draft", due_at: null }));
    await amna.call("PATCH", `/api/v1/tasks/${id}`, { title: "final", priority: "high" });
    await amna.call("PATCH", `/api/v1/tasks/${id}/complete`);
    await amna.call("DELETE", `/api/v1/tasks/${id}`);
    const { changes, next_cursor } = await get(`/tasks/${id}/history`);
    expect(next_cursor).toBeNull();
    expect(changes.map(({ action }: { action: string }) => action)).toEqual([
      "deleted",
      "completed",
      "updated",
      "created",
    ]);
    expect(changes[1]).toMatchObject({ by: "api", fields: { completed: { before: false } } });
    expect(changes[2].fields).toEqual({
      title: { before: "draft", after: "final" },
      priority: { before: "medium", after: "high" },
    });
    const page = await get(`/tasks/${id}/history?limit=3`);
    const rest = await get(`/tasks/${id}/history?limit=3&cursor=${page.next_cursor}`);
    expect([...page.changes, ...rest.changes]).toEqual(changes);
  });
});
