import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as StableClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as StableTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WireTask } from "#app/tasks/task/wire-task";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

const ORIGIN = "http://localhost:3000";
const ALLOWED_ORIGIN = "https://inspector.example.com";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ CORS_ORIGINS: ALLOWED_ORIGIN });
});
afterAll(() => api.close());

const send = (url: string | URL, init?: RequestInit) => api.fetch(String(url), init);
const withToken = (token: string) => ({
  fetch: send,
  requestInit: { headers: { authorization: `Bearer ${token}` } },
});
const address = new URL(`${ORIGIN}/mcp`);

/** The common interface of the clients of both SDKs. */
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

async function call(client: AnyClient, name: string, args: Record<string, unknown> = {}) {
  return (await client.callTool({ name, arguments: args })) as {
    isError?: boolean;
    content: { text: string }[];
    structuredContent: {
      task: WireTask;
      tasks: WireTask[];
      approval_required: { approval_token: string; changes: string[]; total: number };
    };
  };
}

describe.each(Object.entries(clients))("/mcp with %s", (_version, connect) => {
  it("changes tasks of the token's user and records mcp as the actor", async () => {
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

    const asked = await call(client, "delete_task", { id: 1 });
    const { approval_token, changes: shown } = asked.structuredContent.approval_required;
    expect(shown).toEqual(["#1 “buy milk” → trash"]);
    expect((await amna.call("GET", "/api/v1/tasks/1")).status).toBe(200);
    await call(client, "delete_task", { id: 1, approval_token });
    expect((await amna.call("GET", "/api/v1/tasks/1")).status).toBe(404);
    const trash = (await (await amna.call("GET", "/api/v1/trash")).json()) as { tasks: object[] };
    expect(trash.tasks).toMatchObject([{ id: 1, title: "buy milk" }]);
    // Undo of this client ignores what happened in the chat in the meantime.
    await amna.call("POST", "/chat", { message: "add call Ali" });
    const undone = await call(client, "undo_last");
    expect(undone.structuredContent.tasks).toMatchObject([{ id: 1 }]);

    const history = await amna.call("GET", "/api/v1/tasks/1/history");
    const { changes } = (await history.json()) as { changes: { by: string; action: string }[] };
    expect(changes.map(({ action }) => action)).toEqual(["restored", "deleted", "created"]);
    expect(changes.every(({ by }) => by === "mcp")).toBe(true);
    await client.close();
  });

  it("reports a refused call as a tool error", async () => {
    const amna = await api.signUp();
    const client = await connect(amna.token);
    const missing = await call(client, "get_task", { id: 99 });
    expect(missing.isError).toBe(true);
    expect(missing.content[0]?.text).toContain("task_not_found");
    const asSomebody = await call(client, "create_task", { title: "x", user_id: "somebody" });
    expect(asSomebody.isError).toBe(true);
    expect(await api.app.db.task.count({ where: { userId: amna.id } })).toBe(0);
    await client.close();
  });

  it("lists the tasks of the token's user as resources, and nobody else's", async () => {
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

  it("lists and renders prompts", async () => {
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

describe("access to /mcp", () => {
  let amna: TestPerson;
  beforeAll(async () => {
    amna = await api.signUp();
  });

  const listTools = { jsonrpc: "2.0", id: 1, method: "tools/list" };
  const request = (headers: Record<string, string>, body: unknown = listTools, method = "POST") =>
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

  it("requires a valid bearer token", async () => {
    const anonymous = await request({});
    expect(anonymous.status).toBe(401);
    const challenge = anonymous.headers.get("www-authenticate");
    expect(challenge).toContain("/.well-known/oauth-protected-resource/mcp");
    expect(challenge).not.toContain("error");
    // Another site could make a browser send the cookie.
    expect((await request({ cookie: amna.cookie })).status).toBe(401);
    for (const token of ["x", "a.b.c", `${amna.token.slice(0, -4)}AAAA`]) {
      const bad = await request({ authorization: `Bearer ${token}` });
      expect(bad.status).toBe(401);
      expect(bad.headers.get("www-authenticate")).toContain('error="invalid_token"');
    }
    expect((await request(bearer())).status).toBe(200);
    expect((await request({ ...bearer() }, undefined, "GET")).status).toBe(405);
    expect((await request({}, undefined, "GET")).status).toBe(401);
  });

  it("rejects pages of other origins, also with DNS rebinding", async () => {
    const otherOrigins = ["https://evil.example", "null", "http://localhost:3000.evil.example"];
    for (const origin of [...otherOrigins, "http://localhost.evil.example"]) {
      const refused = await request({ ...bearer(), origin });
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
      expect((await request({ ...bearer(), origin })).status, origin).toBe(200);
    const allowed = await request({ ...bearer(), origin: ALLOWED_ORIGIN });
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get("access-control-allow-origin")).toBe(ALLOWED_ORIGIN);
    const preflight = await api.fetch("/mcp", {
      method: "OPTIONS",
      headers: {
        origin: ALLOWED_ORIGIN,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization, mcp-protocol-version",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("mcp-protocol-version");
  });

  it("rejects local origins when PUBLIC_URL is not local", async () => {
    const remote = await createTestApi({ PUBLIC_URL: "https://karlo.example.com" });
    const init = (origin: string) => ({ method: "POST", headers: { origin } });
    expect((await remote.fetch("/mcp", init("http://localhost:3000"))).status).toBe(403);
    expect((await remote.fetch("/mcp", init("https://karlo.example.com"))).status).toBe(401);
    await remote.close();
  });

  it("rejects bodies that are too large, not JSON, or too long a batch", async () => {
    const large = await request(bearer(), { ...listTools, params: { x: "x".repeat(1024 * 1024) } });
    expect(large.status).toBe(413);
    const text = await request({ ...bearer(), "content-type": "text/plain" });
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
    const many = await request(
      bearer(),
      Array.from({ length: 1_000 }, () => listTools),
    );
    expect(many.status).toBe(400);
  });

  it("isolates concurrent requests of different users", async () => {
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
