import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  amna = await api.signUp();
});

interface WireGroup {
  id: string;
  name: string;
  open: number;
  total: number;
}

const call = async (method: string, path: string, body?: object, person = amna) => {
  const response = await person.call(method, `/api/v1${path}`, body);
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
};
const add = async (task: object) => (await call("POST", "/tasks", { title: "x", ...task })).body;
const groups = async (many: string): Promise<WireGroup[]> =>
  (await call("GET", `/${many}`)).body[many];

describe("lists", () => {
  it("are the categories of tasks, by name with numbers by size, and have an order of their own", async () => {
    for (const category of ["list 10", "list 2", "list 1", "List 2"]) await add({ category });
    const all = await groups("lists");
    expect(all.map(({ name, open }) => [name, open])).toEqual([
      ["list 1", 1],
      ["list 2", 2],
      ["list 10", 1],
    ]);
    expect((await groups("categories")).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    const ids = [all[2]?.id, all[0]?.id];
    const ordered = await call("PUT", "/lists/order", { ids });
    expect(ordered.body.lists.map(({ name }: WireGroup) => name)).toEqual([
      "list 10",
      "list 1",
      "list 2",
    ]);
  });

  it("are renamed with their tasks, merged, archived and deleted", async () => {
    const { id } = await add({ category: "work" });
    await add({ category: "home" });
    const made = await call("POST", "/lists", { name: "Office", color: "teal" });
    expect(made).toMatchObject({ status: 201, body: { color: "teal", total: 0 } });
    expect(await call("POST", "/lists", { name: "office" })).toMatchObject({
      status: 409,
      body: { code: "name_taken" },
    });
    expect(await call("PATCH", "/lists/work", { name: "home" })).toMatchObject({ status: 409 });
    expect(await call("PATCH", "/lists/work", { name: "Work!", archived: true })).toMatchObject({
      status: 200,
      body: { name: "Work!", archived: true, open: 1 },
    });
    expect(await call("GET", `/tasks/${id}`)).toMatchObject({
      body: { category: "Work!", version: 2 },
    });
    expect(await call("POST", "/lists/work!/merge", { into: "Office" })).toMatchObject({
      status: 200,
      body: { name: "Office", open: 1 },
    });
    expect((await groups("lists")).map(({ name }) => name)).toEqual(["home", "Office"]);
    expect((await call("DELETE", "/lists/office")).status).toBe(204);
    expect(await call("GET", `/tasks/${id}`)).toMatchObject({ body: { category: null } });
    expect((await call("DELETE", "/lists/home?tasks=trash")).status).toBe(204);
    expect((await call("GET", "/trash")).body.tasks).toMatchObject([{ category: null }]);
    const history = await call("GET", `/tasks/${id}/history`);
    expect(history.body.changes.map(({ action }: { action: string }) => action)).toEqual([
      ...["updated", "updated", "updated", "created"],
    ]);
  });

  it("are of nobody else, and take only what they can keep", async () => {
    const { id } = (await call("POST", "/lists", { name: "mine" })).body;
    const bilal = await api.signUp("Bilal");
    for (const [method, path, body] of [
      ["GET", `/lists/${id}`],
      ["PATCH", `/lists/${id}`, { name: "his" }],
      ["DELETE", `/lists/${id}`],
      ["POST", `/lists/${id}/merge`, { into: id }],
    ] as const) {
      expect((await call(method, path, body, bilal)).status, method + path).toBe(404);
    }
    for (const body of [
      {},
      { name: "" },
      { name: "x".repeat(51) },
      { name: "a", color: "pink" },
      { name: "a", x: 1 },
    ]) {
      expect((await call("POST", "/lists", body)).status, JSON.stringify(body)).toBe(422);
    }
    expect((await call("PUT", "/lists/order", { ids: ["x"] })).status).toBe(422);
    expect((await call("DELETE", `/lists/${id}?tasks=burn`)).status).toBe(422);
  });
});

describe("labels", () => {
  it("are many on a task, each once, found with their sign, and renamed into one another", async () => {
    const { id, labels } = await add({ labels: ["@waiting", "Phone", "WAITING"] });
    expect(labels).toEqual(["waiting", "Phone"]);
    await add({ title: "call the bank", labels: ["phone"] });
    await add({ title: "phone the bank" });
    const titles = async (query: string) =>
      (await call("GET", `/tasks?${query}`)).body.tasks.map(
        ({ title }: { title: string }) => title,
      );
    expect(await titles("label=PHONE")).toHaveLength(2);
    expect(await titles("search=@phone%20bank")).toEqual(["call the bank"]);
    expect((await groups("labels")).map(({ name, total }) => [name, total])).toEqual([
      ["Phone", 2],
      ["waiting", 1],
    ]);
    await call("POST", "/labels/waiting/merge", { into: "phone" });
    expect(await call("GET", `/tasks/${id}`)).toMatchObject({ body: { labels: ["Phone"] } });
    expect((await call("DELETE", "/labels/phone")).status).toBe(204);
    expect(await call("GET", `/tasks/${id}`)).toMatchObject({ body: { labels: [] } });
    for (const bad of ["x", ["a,b"], [""], Array.from({ length: 21 }, (_, at) => `l${at}`)])
      expect((await call("PATCH", `/tasks/${id}`, { labels: bad })).status).toBe(422);
  });
});
