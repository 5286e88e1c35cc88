// What programs expect of HTTP: entity tags, conditions, methods, compression, one batch, changes.
import zlib from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;
beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp();
});
afterAll(() => api.close());

interface Task {
  id: number;
  title: string;
  version: number;
  completed: boolean;
  [name: string]: unknown;
}
const read = async <T = Task>(response: Response, status = 200): Promise<T> => {
  expect(response.status, await response.clone().text()).toBe(status);
  return (await response.json()) as T;
};
const add = async (task: object, person = amna) =>
  read(await person.call("POST", "/api/v1/tasks", task), 201);

describe.each(["/api/v1", "/api/me"])("a task below %s", (mount) => {
  const base = () => `${mount.replace("/me", `/${amna.id}`)}/tasks`;

  it("has an address, and a tag that names its state", async () => {
    const made = await amna.call("POST", base(), { title: "buy milk" });
    const location = made.headers.get("location") ?? "";
    expect(location).toBe(`${base()}/${(await read(made, 201)).id}`);
    const first = await amna.call("GET", location);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toBe(made.headers.get("etag"));
    const same = await amna.call("GET", location, undefined, { "if-none-match": `"x", W/${tag}` });
    expect([same.status, await same.text(), same.headers.get("etag")]).toEqual([304, "", tag]);

    const edited = await amna.call("PATCH", location, { title: "bread" }, { "if-match": tag });
    expect((await read(edited)).title).toBe("bread");
    const stale = { "if-match": tag };
    for (const [method, path, body] of [
      ["PATCH", location, { title: "eggs" }],
      ["PATCH", location, { title: "eggs", version: 2 }],
      ["PUT", location, { title: "eggs" }],
      ["PATCH", `${location}/complete`, { completed: true }],
      ["DELETE", location, undefined],
    ] as const) {
      const refused = await amna.call(method, path, body, stale);
      expect(await read(refused, 412)).toMatchObject({
        code: "precondition_failed",
        current: { title: "bread", version: 2 },
      });
    }
    const weak = { "if-match": `W/${edited.headers.get("etag")}` };
    expect((await amna.call("DELETE", location, undefined, weak)).status).toBe(412);
    const now = { "if-match": `${tag}, ${edited.headers.get("etag")}` };
    expect((await amna.call("DELETE", location, undefined, now)).status).toBe(204);
    expect((await amna.call("GET", location, undefined, { "if-none-match": "*" })).status).toBe(
      404,
    );
  });

  it("is completed and reopened as often as one likes, with one successor", async () => {
    const { id } = await read(
      await amna.call("POST", base(), {
        title: "gym",
        due_at: "2030-01-01",
        recurrence: "FREQ=DAILY",
      }),
      201,
    );
    const before = (await api.app.db.task.count({ where: { userId: amna.id } })) + 1;
    for (const path of [`${base()}/${id}/complete`, `${base()}/${id}`])
      for (let n = 0; n < 2; n += 1)
        expect((await read(await amna.call("PATCH", path, { completed: true }))).completed).toBe(
          true,
        );
    expect(await api.app.db.task.count({ where: { userId: amna.id } })).toBe(before);
    const open = { completed: false };
    expect((await read(await amna.call("PATCH", `${base()}/${id}`, open))).completed).toBe(false);
    expect((await read(await amna.call("PATCH", `${base()}/${id}/complete`))).completed).toBe(true);
  });

  it("is put back as it was read, and nothing is put on another", async () => {
    const path = `${base()}/${(await add({ title: "read", reminders: [], category: "home" })).id}`;
    const task = await read(await amna.call("GET", path));
    const same = await read(await amna.call("PUT", path, task));
    expect({ ...same, updated_at: "", version: 1 }).toEqual({ ...task, updated_at: "" });
    const done = { ...same, title: "read it", completed: true };
    expect(await read(await amna.call("PUT", path, done))).toMatchObject({
      title: "read it",
      completed: true,
      category: "home",
    });
    const other = await amna.call("PUT", path, { title: "x", id: task.id + 1 });
    expect(await read(other, 422)).toMatchObject({ field: "id" });
    expect(await read(await amna.call("PUT", path, task), 409)).toMatchObject({
      code: "version_conflict",
    });
  });

  it("takes a merge patch, whose null is a default", async () => {
    const { id } = await add({
      title: "read",
      description: "soon",
      priority: "high",
      category: "home",
      labels: ["later"],
    });
    const patch = { description: null, priority: null, category: null, labels: null };
    const types = { "content-type": "application/merge-patch+json" };
    const merged = await amna.call("PATCH", `${base()}/${id}`, patch, types);
    expect(await read(merged)).toMatchObject({
      description: "",
      priority: "medium",
      category: null,
      labels: [],
    });
    expect((await amna.call("PATCH", `${base()}/${id}`, { title: null }, types)).status).toBe(422);
    const wrong = await amna.call("PATCH", `${base()}/${id}`, patch, {
      "content-type": "text/plain",
    });
    expect(wrong.status).toBe(415);
    expect(wrong.headers.get("accept-patch")).toContain("application/merge-patch+json");
  });

  it.each([
    ["", "GET, HEAD, OPTIONS, POST", "DELETE"],
    ["/1", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT", "POST"],
    ["/export", "GET, HEAD, OPTIONS", "DELETE"],
    ["/import", "OPTIONS, POST", "PUT"],
    ["/batch", "OPTIONS, POST", "GET"],
    ["/1/complete", "OPTIONS, PATCH", "POST"],
    ["/events", "GET, HEAD, OPTIONS", "PATCH"],
  ])("tells the methods of /tasks%s", async (path, allow, wrong) => {
    const refused = await amna.call(wrong, base() + path, wrong === "GET" ? undefined : {});
    expect(refused.headers.get("allow"), `${refused.status}`).toBe(allow);
    expect(await read(refused, 405)).toMatchObject({ code: "method_not_allowed" });
    const options = await api.fetch(base() + path, { method: "OPTIONS" });
    expect([options.status, options.headers.get("allow")]).toEqual([204, allow]);
  });
});

it("tells the methods of every other path, and that there is none", async () => {
  for (const [path, method] of [
    ["/api/v1/auth/login", "GET"],
    ["/api/auth/ok", "PUT"],
    ["/health", "POST"],
    ["/chat", "GET"],
    ["/api/v1/me", "DELETE"],
    ["/api/openapi.json", "POST"],
  ] as const) {
    const response = await api.fetch(path, { method });
    expect([path, response.status]).toEqual([path, 405]);
    expect(response.headers.get("allow")).toContain("OPTIONS");
  }
  for (const method of ["GET", "OPTIONS", "POST"])
    expect((await api.fetch("/api/v1/nowhere", { method })).status).toBe(404);
  const head = await api.fetch("/api/v1/tasks", {
    method: "HEAD",
    headers: { authorization: `Bearer ${amna.token}` },
  });
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

describe("a list", () => {
  it("is not sent again, and is compressed where that pays", async () => {
    const bilal = await api.signUp("Bilal");
    const list = (headers: Record<string, string>) =>
      bilal.call("GET", "/api/v1/tasks", undefined, headers);
    const short = await list({ "accept-encoding": "gzip, br" });
    expect(short.headers.get("content-encoding")).toBeNull();
    for (let n = 0; n < 20; n += 1) await add({ title: `buy ${n} litres of milk` }, bilal);
    const plain = await list({});
    const tag = plain.headers.get("etag") ?? "";
    const text = await plain.text();
    for (const [accepted, encoding, unpack] of [
      ["gzip, deflate, br", "gzip", zlib.gunzipSync],
      ["br", "br", zlib.brotliDecompressSync],
      ["gzip;q=0, br;q=0.5", "br", zlib.brotliDecompressSync],
      ["*", "gzip", zlib.gunzipSync],
    ] as const) {
      const packed = await list({ "accept-encoding": accepted });
      expect(packed.headers.get("content-encoding"), accepted).toBe(encoding);
      expect(packed.headers.get("vary")).toContain("Accept-Encoding");
      const bytes = new Uint8Array(await packed.arrayBuffer());
      expect(bytes.length).toBeLessThan(text.length / 3);
      expect(unpack(bytes).toString()).toBe(text);
      const again = await list({ "accept-encoding": accepted, "if-none-match": tag });
      expect(again.status).toBe(304);
    }
    for (const accepted of ["identity", "deflate", "gzip;q=0", "*;q=0", ""])
      expect(
        (await list({ "accept-encoding": accepted })).headers.get("content-encoding"),
      ).toBeNull();
    await add({ title: "bread" }, bilal);
    expect((await list({ "if-none-match": tag })).status).toBe(200);
  });

  it("finds several categories, no date, and when tasks were completed", async () => {
    const person = await api.signUp();
    for (const [title, category, due_at] of [
      ["a", "Home", null],
      ["b", "work", "2030-01-01"],
      ["c", "garden", "2030-01-02"],
      ["d", null, null],
    ])
      await add({ title, category, due_at }, person);
    const found = async (query: string) => {
      const response = await person.call("GET", `/api/v1/tasks?sort=number&${query}`);
      const { tasks } = await read<{ tasks: Task[] }>(response);
      return tasks.map(({ title }) => title).join("");
    };
    expect(await found("category=home&category=work")).toBe("ab");
    expect(await found("category=garden")).toBe("c");
    expect(await found("undated=true")).toBe("ad");
    expect(await found("undated=false&category=home&category=garden")).toBe("c");
    await person.call("PATCH", "/api/v1/tasks/1", { completed: true });
    const at = { completedAt: new Date("2026-03-10T20:00:00Z") };
    await api.app.db.task.updateMany({ where: { userId: person.id, number: 1 }, data: at });
    // 20:00 in UTC is the next day in Karachi.
    expect(await found("completed_from=2026-03-11&completed_to=2026-03-11")).toBe("a");
    expect(await found("completed_from=2026-03-10&completed_to=2026-03-10")).toBe("");
    expect(
      await found("completed_from=2026-03-10T19:59:00Z&completed_to=2026-03-10T20:00:00Z"),
    ).toBe("a");
    for (const query of ["undated=x", "completed_from=x", "limit=1&limit=2", "category="])
      expect((await person.call("GET", `/api/v1/tasks?${query}`)).status, query).toBe(422);
  });
});

it("leaves no stream open that nobody reads", async () => {
  for (let n = 0; n < 101; n += 1) {
    const headers = { authorization: `Bearer ${amna.token}` };
    const head = await api.fetch("/api/v1/tasks/events", { method: "HEAD", headers });
    expect(head.status).toBe(200);
  }
});

it("is edited in a profile, and nothing of it that needs the password", async () => {
  const before = await read<{ user: object }>(await amna.call("GET", "/api/v1/me"));
  const edit = { time_zone: "Europe/London", locale: "ur", first_weekday: 7, clock_hours: null };
  const after = await read(await amna.call("PATCH", `/api/${amna.id}/me`, edit));
  expect(after).toEqual({ user: { ...before.user, ...edit } });
  expect(await read(await amna.call("GET", "/api/v1/auth/me"))).toEqual(after);
  for (const [body, field] of [
    [{ email: "b@example.com" }, "email"],
    [{ first_weekday: 8 }, "first_weekday"],
    [{ clock_hours: 13 }, "clock_hours"],
    [{ name: "\u0000" }, "name"],
    [{ time_zone: "Mars/Base" }, "time_zone"],
  ] as const)
    expect(await read(await amna.call("PATCH", "/api/v1/me", body), 422)).toMatchObject({ field });
});
