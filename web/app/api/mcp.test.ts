import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as StableClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as StableTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#app/platform/testing/test-app";
import type { WireTask } from "#app/tasks/task";

const ORIGIN = "http://localhost:3000";
const FRIEND = "https://inspector.example.com";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ CORS_ORIGINS: FRIEND });
});
afterAll(() => api.close());

const send = (url: string | URL, init?: RequestInit) => api.fetch(String(url), init);
const withToken = (token: string) => ({
  fetch: send,
  requestInit: { headers: { authorization: `Bearer ${token}` } },
});
const address = new URL(`${ORIGIN}/mcp`);

/** What the clients of both SDKs have in common. */
interface AnyClient {
  listTools(): Promise<{ tools: { name: string; annotations?: object }[] }>;
  callTool(call: { name: string; arguments: Record<string, unknown> }): Promise<unknown>;
  listResources(): Promise<{ resources: { uri: string; title?: string }[] }>;
  readResource(which: { uri: string }): Promise<{ contents: object[] }>;
  listPrompts(): Promise<{ prompts: { name: string }[] }>;
  getPrompt(which: {
    name: string;
    arguments?: Record<string, string>;
  }): Promise<{ messages: { content: object }[] }>;
  close(): Promise<void>;
}

const info = { name: "test", version: "1" };

const clients: Record<string, (token: string) => Promise<AnyClient>> = {
  "2026-07-28": async (token) => {
    const mode = { pin: "2026-07-28" };
    const client = new Client(info, { versionNegotiation: { mode } });
    await client.connect(new StreamableHTTPClientTransport(address, withToken(token)));
    expect(client.getNegotiatedProtocolVersion()).toBe("2026-07-28");
    return client;
  },
  "2025-11-25, new SDK": async (token) => {
    const client = new Client(info);
    await client.connect(new StreamableHTTPClientTransport(address, withToken(token)));
    expect(client.getNegotiatedProtocolVersion()).toBe("2025-11-25");
    return client;
  },
  "2025-11-25, stable SDK": async (token) => {
    const client = new StableClient(info);
    const transport = new StableTransport(address, withToken(token));
    await client.connect(transport);
    expect(transport.protocolVersion).toBe("2025-11-25");
    return client;
  },
};

async function call(client: AnyClient, name: string, given: Record<string, unknown> = {}) {
  return (await client.callTool({ name, arguments: given })) as {
    isError?: boolean;
    content: { text: string }[];
    structuredContent: { task: WireTask; tasks: WireTask[] };
  };
}

describe.each(Object.entries(clients))("/mcp with %s", (_version, connect) => {
  it("does the person's tasks, and keeps that a program did them", async () => {
    const amna = await api.signUp();
    const client = await connect(amna.token);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["create_task", "list_tasks", "delete_task", "undo_last"]),
    );
    expect(tools.find(({ name }) => name === "delete_task")?.annotations).toMatchObject({
      destructiveHint: true,
      readOnlyHint: false,
      openWorldHint: false,
    });

    const { structuredContent: made } = await call(client, "create_task", { title: "buy milk" });
    expect(made.task).toMatchObject({ id: 1, title: "buy milk" });
    const byRest = await amna.call("GET", "/api/v1/tasks/1");
    expect(await byRest.json()).toEqual(made.task);

    await call(client, "delete_task", { id: 1 });
    expect((await amna.call("GET", "/api/v1/tasks/1")).status).toBe(404);
    const trash = (await (await amna.call("GET", "/api/v1/trash")).json()) as { tasks: object[] };
    expect(trash.tasks).toMatchObject([{ id: 1, title: "buy milk" }]);
    // What was said in Karlo meanwhile is not what this program means by "undo that".
    await amna.call("POST", "/chat", { message: "add call Ali" });
    const undone = await call(client, "undo_last");
    expect(undone.structuredContent.tasks).toMatchObject([{ id: 1 }]);

    const history = await amna.call("GET", "/api/v1/tasks/1/history");
    const { changes } = (await history.json()) as { changes: { by: string; action: string }[] };
    expect(changes.map(({ action }) => action)).toEqual(["restored", "deleted", "created"]);
    expect(changes.every(({ by }) => by === "mcp")).toBe(true);
    await client.close();
  });

  it("says in words what it does not do", async () => {
    const amna = await api.signUp();
    const client = await connect(amna.token);
    const missing = await call(client, "get_task", { id: 99 });
    expect(missing.isError).toBe(true);
    expect(missing.content[0]?.text).toContain("task_not_found");
    const asSomebody = await call(client, "create_task", { title: "x", user_id: "somebody" });
    expect(asSomebody.isError).toBe(true);
    expect(await api.karlo.db.task.count({ where: { userId: amna.id } })).toBe(0);
    await client.close();
  });

  it("reads one person's tasks as resources, and no other's", async () => {
    const [amna, bilal] = [await api.signUp(), await api.signUp("Bilal")];
    await amna.call("POST", "/api/v1/tasks", { title: "dentist" });
    const client = await connect(amna.token);
    expect((await client.listResources()).resources).toMatchObject([
      { uri: "task://1", title: "dentist" },
    ]);
    const { contents } = await client.readResource({ uri: "task://1" });
    expect(JSON.parse((contents[0] as { text: string }).text)).toMatchObject({ title: "dentist" });
    for (const uri of ["task://2", "task://0", "task://x", "task://1e3", "file:///etc/passwd"]) {
      await expect(client.readResource({ uri }), uri).rejects.toThrow(/not found/i);
    }
    await client.close();

    const other = await connect(bilal.token);
    expect((await other.listResources()).resources).toEqual([]);
    await expect(other.readResource({ uri: "task://1" })).rejects.toThrow(/not found/i);
    await other.close();
  });

  it("offers prompts", async () => {
    const client = await connect((await api.signUp()).token);
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(["plan_my_day", "tasks_from_text"]);
    const { messages } = await client.getPrompt({
      name: "tasks_from_text",
      arguments: { text: "Call Ali on Friday." },
    });
    expect(JSON.stringify(messages)).toContain("Call Ali on Friday.");
    await client.close();
  });
});

describe("/mcp at the door", () => {
  let amna: TestPerson;
  beforeAll(async () => {
    amna = await api.signUp();
  });

  const listTools = { jsonrpc: "2.0", id: 1, method: "tools/list" };
  const knock = (headers: Record<string, string>, body: unknown = listTools, method = "POST") =>
    api.fetch("/mcp", {
      method,
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        ...headers,
      },
      body: method === "POST" ? JSON.stringify(body) : undefined,
    });
  const bearer = () => ({ authorization: `Bearer ${amna.token}` });

  it("wants a token, and says so", async () => {
    const nothing = await knock({});
    expect(nothing.status).toBe(401);
    expect(nothing.headers.get("www-authenticate")).toBe('Bearer realm="karlo"');
    // A cookie alone is what another site could make a browser send.
    expect((await knock({ cookie: amna.cookie })).status).toBe(401);
    for (const token of ["x", "a.b.c", `${amna.token.slice(0, -4)}AAAA`]) {
      const bad = await knock({ authorization: `Bearer ${token}` });
      expect(bad.status).toBe(401);
      expect(bad.headers.get("www-authenticate")).toContain('error="invalid_token"');
    }
    expect((await knock(bearer())).status).toBe(200);
    expect((await knock({ ...bearer() }, undefined, "GET")).status).toBe(405);
    expect((await knock({}, undefined, "GET")).status).toBe(401);
  });

  it("refuses pages of other origins, also where they made their name lead here", async () => {
    const strangers = ["https://evil.example", "null", "http://localhost:3000.evil.example"];
    for (const origin of [...strangers, "http://localhost.evil.example"]) {
      const refused = await knock({ ...bearer(), origin });
      expect(refused.status, origin).toBe(403);
      expect(refused.headers.get("access-control-allow-origin")).toBeNull();
    }
    const rebound = new Request("http://evil.example:3000/mcp", {
      method: "POST",
      headers: {
        ...bearer(),
        "content-type": "application/json",
        origin: "http://evil.example:3000",
      },
      body: JSON.stringify(listTools),
    });
    expect((await api.fetch(rebound.url, rebound)).status).toBe(403);
    for (const origin of [ORIGIN, "http://127.0.0.1:6274", "http://[::1]:3000"])
      expect((await knock({ ...bearer(), origin })).status, origin).toBe(200);
    const friend = await knock({ ...bearer(), origin: FRIEND });
    expect(friend.status).toBe(200);
    expect(friend.headers.get("access-control-allow-origin")).toBe(FRIEND);
    const asked = await api.fetch("/mcp", {
      method: "OPTIONS",
      headers: {
        origin: FRIEND,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization, mcp-protocol-version",
      },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-headers")).toContain("mcp-protocol-version");
  });

  it("takes nothing from a reader's own machine where Karlo is on another", async () => {
    const far = await createTestApi({ PUBLIC_URL: "https://karlo.example.com" });
    const init = (origin: string) => ({ method: "POST", headers: { origin } });
    expect((await far.fetch("/mcp", init("http://localhost:3000"))).status).toBe(403);
    expect((await far.fetch("/mcp", init("https://karlo.example.com"))).status).toBe(401);
    await far.close();
  });

  it("refuses what is too large, no JSON, or too many at once", async () => {
    const large = await knock(bearer(), { ...listTools, params: { x: "x".repeat(1024 * 1024) } });
    expect(large.status).toBe(413);
    const text = await knock({ ...bearer(), "content-type": "text/plain" });
    expect(text.status).toBe(415);
    const garbage = await api.fetch("/mcp", {
      method: "POST",
      headers: {
        ...bearer(),
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
      },
      body: "{",
    });
    expect(garbage.status).toBe(400);
    const many = await knock(
      bearer(),
      Array.from({ length: 1_000 }, () => listTools),
    );
    expect(many.status).toBe(400);
  });

  it("keeps people apart who ask at the same time", async () => {
    const people = await Promise.all([1, 2, 3].map((n) => api.signUp(`Person ${n}`)));
    const answers = await Promise.all(
      people.map(async ({ token }, n) => {
        const client = await (clients["2026-07-28"] as (token: string) => Promise<AnyClient>)(
          token,
        );
        await call(client, "create_task", { title: `task of ${n}` });
        const { structuredContent } = await call(client, "list_tasks");
        await client.close();
        return structuredContent.tasks.map(({ title }) => title);
      }),
    );
    expect(answers).toEqual([["task of 0"], ["task of 1"], ["task of 2"]]);
  });
});
