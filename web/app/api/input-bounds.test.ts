// Every way in has the same bounds: no text that cannot be stored, none without end, none that
// nobody can see, no number beyond its column. What is refused is 422, and never 500.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { INVISIBLE, STRANGE, UNFIT, UNSTORABLE } from "./testing/hostile-texts";

let api: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi({ LOG_LEVEL: "silent" });
  amna = await api.signUp();
  await amna.call("POST", "/api/v1/tasks", { title: "first" });
});
afterAll(() => api.close());

/** JSON as a client would write it: `JSON.stringify` keeps lone surrogates as escapes. */
const send = (method: string, path: string, body: unknown) => amna.call(method, path, body);

describe("texts of the REST API", () => {
  const ways: [string, (value: unknown) => Promise<Response>][] = [
    ["a new task", (title) => send("POST", "/api/v1/tasks", { title })],
    ["an edit", (title) => send("PATCH", "/api/v1/tasks/1", { title })],
    ["a replacement", (title) => send("PUT", "/api/v1/tasks/1", { title })],
    [
      "an import",
      (title) => send("POST", "/api/v1/tasks/import?format=json", { tasks: [{ title }] }),
    ],
    ["the path with a user", (title) => send("POST", `/api/${amna.id}/tasks`, { title })],
  ];
  for (const [way, give] of ways) {
    it.each([...UNFIT, ...INVISIBLE])(`${way} takes no title of %s`, async (_, title) => {
      const response = await give(title);
      expect(response.status).toBe(422);
      expect(response.headers.get("content-type")).toContain("problem+json");
    });
    it(`${way} takes no title that is no text`, async () => {
      for (const title of STRANGE) expect((await give(title)).status).toBe(422);
    });
  }

  it.each(UNFIT)("no other field of a task takes %s", async (_, text) => {
    for (const field of [
      "description",
      "category",
      "recurrence",
      "due_at",
      "priority",
      "user_id",
    ]) {
      for (const [method, path] of [
        ["POST", "/api/v1/tasks"],
        ["PATCH", "/api/v1/tasks/1"],
        ["PUT", "/api/v1/tasks/1"],
      ] as const) {
        const response = await send(method, path, { title: "a", [field]: text });
        // The id of another person is not found, whatever it is.
        const expected =
          field === "user_id" && !UNSTORABLE.some(([, bad]) => bad === text) ? 404 : 422;
        expect(response.status, `${method} ${field}`).toBe(expected);
      }
    }
  });

  it.each([...UNFIT, ...INVISIBLE])("no conversation is called %s", async (_, title) => {
    expect((await send("PATCH", "/api/v1/conversations/1", { title })).status).toBe(422);
    const update = { type: "threads.update", params: { thread_id: "1", title } };
    expect((await send("POST", "/api/chatkit", update)).status).toBe(422);
  });

  it.each(UNSTORABLE)("no message has %s", async (_, text) => {
    expect((await send("POST", "/api/v1/chat", { message: text })).status).toBe(422);
    const content = [{ type: "input_text", text }];
    const create = { type: "threads.create", params: { input: { content } } };
    expect((await send("POST", "/api/chatkit", create)).status).toBe(422);
  });

  it.each(UNSTORABLE)("no member is called %s", async (_, name) => {
    for (const path of ["/api/v1/tasks", "/api/v1/chat", "/api/chatkit", "/api/v1/auth/login"])
      expect((await send("POST", path, { [name]: 1 })).status, path).toBe(422);
  });

  it("keeps what is unusual and fit", async () => {
    for (const title of [
      "دودھ لاؤ",
      "family 👨‍👩‍👧",
      "نیم‌فاصلہ",
      "a\nb",
      "x".repeat(200),
      "\u202bاردو\u202c",
      "e\u0301",
    ]) {
      const response = await send("POST", "/api/v1/tasks", { title });
      expect(response.status, title).toBe(201);
      expect(await response.json()).toMatchObject({ title });
    }
  });

  it("rejects values nested without end", async () => {
    const depth = 100_000;
    const body = `{"title":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    const headers = { "content-type": "application/json" };
    expect((await amna.send("POST", "/api/v1/tasks", body, headers)).status).toBe(422);
    const nul = `{"title":${"[".repeat(depth)}"\\u0000"${"]".repeat(depth)}}`;
    expect((await amna.send("POST", "/api/v1/tasks", nul, headers)).status).toBe(422);
  });
});

describe("queries", () => {
  const lists = ["/api/v1/tasks", `/api/${"me"}/tasks`, "/api/v1/conversations", "/api/v1/trash"];
  it.each([
    "search=%00",
    "search=a%00b",
    "category=%00",
    "status=%00",
    "cursor=%00",
    "due_from=%00",
    "sort=%00",
    "%00=1",
    `search=${"x".repeat(10_000)}`,
    "limit=%00",
    "limit=0",
    "limit=-1",
    "limit=1e9",
    "limit=NaN",
    "limit=Infinity",
    "limit=2147483648",
    "cursor=-1",
    "cursor=1.5",
    "cursor=1e400",
    "cursor=0x10000000000",
  ])("?%s is 422 on every list", async (query) => {
    for (const list of lists) {
      const path = list.replace("/me/", `/${amna.id}/`);
      expect((await amna.call("GET", `${path}?${query}`)).status, path).toBe(422);
    }
  });

  it.each(["2147483648", "9007199254740991", "9007199254740992", "99999999999999999999"])(
    "cursor=%s is no internal error",
    async (cursor) => {
      for (const path of ["/api/v1/trash", "/api/v1/conversations", "/api/v1/tasks"])
        expect((await amna.call("GET", `${path}?cursor=${cursor}`)).status, path).toBe(422);
      const history = await amna.call("GET", `/api/v1/tasks/1/history?cursor=${cursor}`);
      expect([200, 422]).toContain(history.status);
    },
  );

  it.each(["2147483648", "0", "-1", "%00", "1%00", "99999999999999999999", "NaN", "١", "1e3"])(
    "the number %s in a path is not found",
    async (id) => {
      for (const [method, path] of [
        ["GET", `/api/v1/tasks/${id}`],
        ["DELETE", `/api/v1/tasks/${id}`],
        ["PATCH", `/api/v1/tasks/${id}/complete`],
        ["POST", `/api/v1/tasks/${id}/restore`],
        ["GET", `/api/v1/tasks/${id}/history`],
        ["DELETE", `/api/v1/trash/${id}`],
        ["GET", `/api/v1/conversations/${id}`],
        ["DELETE", `/api/v1/conversations/${id}`],
        ["GET", `/api/v1/runs/${id}`],
        ["GET", `/api/v1/runs/${id}/events`],
        ["POST", `/api/v1/runs/${id}/stop`],
        ["GET", `/api/v1/attachments/${id}`],
        ["DELETE", `/api/v1/attachments/${id}`],
      ] as const)
        expect((await amna.call(method, path)).status, `${method} ${path}`).toBe(404);
    },
  );

  it("rejects numbers in bodies beyond their column", async () => {
    for (const version of [2 ** 31, -1, 0, 1.5, 1e300, "1"])
      expect((await send("PATCH", "/api/v1/tasks/1", { title: "a", version })).status).toBe(422);
    for (const conversation_id of [2 ** 31, -1, 0, 1.5, 1e300, "1"]) {
      const body = { message: "hello", conversation_id };
      expect((await send("POST", "/api/v1/chat", body)).status).toBe(422);
    }
    for (const thread_id of ["2147483648", "-1", "1e9", "99999999999999999999", "x"]) {
      const body = { type: "threads.get_by_id", params: { thread_id } };
      expect((await send("POST", "/api/chatkit", body)).status, thread_id).toBe(404);
      const list = { type: "threads.list", params: { after: thread_id } };
      expect([404, 422]).toContain((await send("POST", "/api/chatkit", list)).status);
    }
    for (const replaces of ["99999999999999999999", "-1", "x", "9223372036854775807"]) {
      const answer = await send("POST", "/api/v1/chat", { message: "hello", replaces });
      expect([404, 422], replaces).toContain(answer.status);
    }
  });

  it.each(["-200000-01-01T00:00:00Z", "+275760-09-13T00:00:00Z", "%00", "x", "0000-01-01"])(
    "the task events since %s begin",
    async (since) => {
      const response = await amna.call("GET", `/api/v1/tasks/events?since=${since}`);
      expect([200, 422]).toContain(response.status);
      if (response.status !== 200) return;
      const reader = response.body?.getReader();
      const readText = async () => new TextDecoder().decode((await reader?.read())?.value);
      expect(await readText()).toContain("listening");
      await amna.call("POST", "/api/v1/tasks", { title: "buy milk" });
      expect(await readText()).toContain("tasks.changed");
      await reader?.cancel();
    },
  );
});

describe("the tools", () => {
  const call = async (name: string, args: unknown) => {
    const response = await amna.call(
      "POST",
      "/mcp",
      { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: args } },
      { accept: "application/json, text/event-stream", "mcp-protocol-version": "2025-06-18" },
    );
    return { status: response.status, text: await response.text() };
  };

  it.each([...UNFIT, ...INVISIBLE])("take no title of %s", async (_, title) => {
    for (const [name, args] of [
      ["create_task", { title }],
      ["update_task", { id: 1, title }],
    ] as const) {
      const { text } = await call(name, args);
      expect(text).toMatch(/isError\\?":true|"error"/);
      expect(text).not.toContain('\\"internal\\"');
    }
  });

  it.each(UNFIT)("find nothing by %s", async (_, search) => {
    for (const [name, args] of [
      ["search_tasks", { query: search }],
      ["list_tasks", { search }],
      ["list_tasks", { category: search }],
      ["list_tasks", { cursor: search }],
      ["bulk_update", { filter: { category: search }, action: "delete" }],
    ] as const) {
      const { text } = await call(name, args);
      expect(text, name).toMatch(/isError\\?":true|"error"/);
      expect(text, name).not.toContain('\\"internal\\"');
    }
  });
});
