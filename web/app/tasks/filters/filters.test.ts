import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { actOnFilters } from "./act-on-filters.server";
import { FILTERS_MAX } from "./saved-filter";

let api: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  amna = await api.signUp();
});

const call = async (method: string, path: string, body?: object, person = amna) => {
  const response = await person.call(method, `/api/v1${path}`, body);
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
};
const names = async (person = amna) =>
  (await call("GET", "/filters", undefined, person)).body.filters.map(
    ({ name }: { name: string }) => name,
  );
const save = (name: string, fields: object = {}, person = amna) =>
  call("POST", "/filters", { name, ...fields }, person);

describe("saved filters", () => {
  it("are made, read by id or name, changed, ordered and deleted, by their owner alone", async () => {
    const made = await save("Urgent", { priority: "high", search: "@waiting" });
    expect(made).toMatchObject({
      status: 201,
      body: {
        status: "open",
        priority: "high",
        category: null,
        search: "@waiting",
        overdue: false,
      },
    });
    const { id } = made.body;
    await save("filter 10");
    await save("filter 2");
    expect(await names()).toEqual(["filter 2", "filter 10", "Urgent"]);
    expect(await save("urgent")).toMatchObject({ status: 409, body: { code: "name_taken" } });
    expect(await call("GET", "/filters/urgent")).toEqual({ status: 200, body: made.body });
    await call("PUT", "/filters/order", { ids: [id] });
    expect(await names()).toEqual(["Urgent", "filter 2", "filter 10"]);
    expect((await call("PATCH", `/filters/${id}`, { name: "filter 2" })).status).toBe(409);
    expect((await call("PATCH", `/filters/${id}`, { name: "URGENT", overdue: true })).body).toEqual(
      {
        ...made.body,
        name: "URGENT",
        overdue: true,
      },
    );
    const other = await api.signUp();
    for (const [method, body] of [["GET"], ["PATCH", { name: "x" }], ["DELETE"]] as const)
      expect((await call(method, `/filters/${id}`, body, other)).status).toBe(404);
    expect((await call("DELETE", `/filters/${id}`)).status).toBe(204);
    expect((await call("DELETE", `/filters/${id}`)).status).toBe(404);
    expect(await names()).toEqual(["filter 2", "filter 10"]);
  });

  it("refuse what they cannot hold, and name the field", async () => {
    for (const [fields, field] of [
      [{ name: "" }, "name"],
      [{ name: "x".repeat(51) }, "name"],
      [{ name: "x", priority: "top" }, "priority"],
      [{ name: "x", status: "some" }, "status"],
      [{ name: "x", search: "y".repeat(201) }, "search"],
      [{ name: "x", category: "" }, "category"],
      [{ name: "x", overdue: "yes" }, "overdue"],
    ] as const) {
      const { status, body } = await call("POST", "/filters", fields);
      expect([status, body.errors?.[0]?.field ?? body.field ?? ""], field).toEqual([422, field]);
    }
    for (let at = 0; at < FILTERS_MAX; at += 1) expect((await save(`f ${at}`)).status).toBe(201);
    expect(await save("one more")).toMatchObject({ status: 422, body: { code: "filters_full" } });
  });

  it("follow a list and a label that get another name, or are merged", async () => {
    await call("POST", "/tasks", { title: "x", category: "Work", labels: ["wait"] });
    await call("POST", "/lists", { name: "home" });
    await save("a", { category: "work" });
    await save("b", { search: "tea @Wait  @waits" });
    await call("PATCH", "/lists/work", { name: "Office" });
    await call("PATCH", "/labels/wait", { name: "waiting" });
    expect((await call("GET", "/filters/a")).body.category).toBe("Office");
    expect((await call("GET", "/filters/b")).body.search).toBe("tea @waiting  @waits");
    await call("POST", "/lists/office/merge", { into: "home" });
    expect((await call("GET", "/filters/a")).body.category).toBe("home");
  });

  it("keep the view of an address by a form, and move by it", async () => {
    const { db } = api.app;
    const act = (form: Parameters<typeof actOnFilters>[2]) => actOnFilters(db, amna.id, form);
    const kind = "filter" as const;
    const view = "status=all&priority=high&category=a%20b&task=3&nonsense=1";
    expect(await act({ intent: "create", kind, name: " All of it ", view })).toEqual({
      to: "/tasks?status=all&priority=high&category=a+b",
    });
    expect(await act({ intent: "create", kind, name: "all of it", view })).toMatchObject({
      problem: "filterTaken",
      view,
    });
    expect(await act({ intent: "create", kind, name: " ", view })).toMatchObject({
      problem: "invalid",
    });
    await act({ intent: "create", kind, name: "b", view: "overdue=true" });
    const { id } = (await call("GET", "/filters/b")).body;
    await act({ intent: "move", kind, id, by: -1 });
    await act({ intent: "move", kind, id, by: -1 });
    expect(await names()).toEqual(["b", "All of it"]);
    await act({ intent: "delete", kind, id });
    expect(await act({ intent: "delete", kind, id })).toMatchObject({ problem: "gone", id });
  });

  it("are in the export with lists and labels, their colours and order, and come back by it", async () => {
    await call("POST", "/tasks", { title: "x", category: "old", labels: ["wait"] });
    await call("POST", "/lists", { name: "b", color: "teal" });
    await call("POST", "/lists", { name: "a" });
    const { lists } = (await call("GET", "/lists")).body;
    const idOf = (name: string) => lists.find((one: { name: string }) => one.name === name).id;
    await call("PUT", "/lists/order", { ids: [idOf("old"), idOf("b"), idOf("a")] });
    await call("PATCH", "/lists/old", { archived: true });
    await call("PATCH", "/labels/wait", { color: "red" });
    await save("Urgent", { priority: "high" });
    await save("Late", { overdue: true });
    const exported = (await call("GET", "/export")).body;
    const seen = async (person: TestPerson) => {
      const strip = (many: string, all: Record<string, object[]>) =>
        all[many]?.map((one) => ({ ...one, id: null }));
      return Promise.all(
        ["lists", "labels", "filters"].map(async (many) =>
          strip(many, (await call("GET", `/${many}`, undefined, person)).body),
        ),
      );
    };
    const other = await api.signUp();
    expect((await call("POST", "/import", exported, other)).status).toBe(200);
    expect(await seen(other)).toEqual(await seen(amna));
    // Again: what is there stays.
    expect((await call("POST", "/import", exported, other)).status).toBe(200);
    expect((await seen(other))[2]).toEqual((await seen(amna))[2]);
    // An export from before they were in it.
    for (const member of ["lists", "labels", "filters"]) delete exported.account[member];
    delete exported.files;
    expect((await call("POST", "/import", exported, await api.signUp())).status).toBe(200);
  });
});
