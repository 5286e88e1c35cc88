// What a server writes while a person uses it and things go wrong: each line whole, none with a word
// of theirs. Everything that is theirs carries a mark, and no mark may be found.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFakeProvider } from "#app/assistant/testing/fake-provider";
import { type ServerProcess, startServer } from "#app/conversations/testing/server-process";
import { createTestDatabase, type TestDatabase } from "#app/platform/testing/test-database";

const MARK = /kanari|کناری/i;
const KEY = "sk-kanari-key-0123456789";
const PERSON = {
  name: "Kanari Person",
  email: "kanari.person@example.com",
  password: "kanari battery staple",
};
const SECRET = "kanari secret that signs what this server gives out";
const PUBLIC_URL = "http://localhost:3000";
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

let database: TestDatabase;
let client: pg.Client;
let server: ServerProcess;
let provider: Awaited<ReturnType<typeof startFakeProvider>>;
let token = "";

interface Line {
  level: string;
  time: string;
  msg: string;
  request?: string;
  user?: string;
  run?: string;
  [name: string]: unknown;
}

const linesOf = (msg: string): Line[] => lines().filter((line) => line.msg === msg);
function lines(): Line[] {
  const written = server.output().trim().split("\n");
  return written.map((line) => JSON.parse(line) as Line);
}

function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return fetch(server.url + path, {
    method,
    redirect: "manual",
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

async function say(message: string): Promise<{ status: string; run_id: string }> {
  return (await (await send("POST", "/api/v1/chat", { message })).json()) as never;
}

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  provider = await startFakeProvider("chat", ({ said, step }) => {
    if (said.includes("refuse"))
      return { status: 401, body: `{"error":{"message":"wrong key ${KEY} for ${said}"}}` };
    return step === 0 && said.includes("add")
      ? { calls: [{ name: "create_task", arguments: { title: "kanari by the model" } }] }
      : { text: "kanari says the model" };
  });
  server = await startServer({
    DATABASE_URL: database.url,
    BETTER_AUTH_SECRET: SECRET,
    PUBLIC_URL,
    SIGN_UPS_PER_MINUTE: "1000",
    MODEL_PROVIDER: "custom",
    MODEL_NAME: "some-model",
    MODEL_BASE_URL: provider.url,
    MODEL_API_KEY: KEY,
    LOG_LEVEL: "debug",
  });
}, 60_000);

afterAll(async () => {
  await server?.kill();
  await provider?.close();
  await client?.end();
  await database?.drop();
});

describe("the log of a journey", () => {
  it("is made", async () => {
    const signedUp = await send("POST", "/api/v1/auth/signup", PERSON);
    token = ((await signedUp.json()) as { token: string }).token;
    const wrong = { email: PERSON.email, password: "kanari but wrong" };
    expect((await send("POST", "/api/v1/auth/login", wrong)).status).toBe(401);
    expect((await send("GET", "/tasks?q=kanari", undefined, { cookie: "a=kanari" })).status).toBe(
      302,
    );
    for (const title of ["buy kanari seed", "کناری کا دانہ"])
      expect((await send("POST", "/api/v1/tasks", { title, description: title })).status).toBe(201);
    expect((await send("GET", "/api/v1/tasks?search=kanari")).status).toBe(200);
    expect((await send("GET", "/api/v1/tasks?status=kanari")).status).toBe(422);
    expect((await send("POST", "/api/v1/tasks", { title: "kanari", kanari: 1 })).status).toBe(422);
    expect((await send("POST", "/api/v1/tasks", "kanari{")).status).toBe(422);
    expect((await send("GET", "/api/v1/kanari")).status).toBe(404);
    expect((await send("GET", "/kanari")).status).toBe(404);
    expect(await say("add kanari food")).toMatchObject({ status: "completed" });
    expect(await say("refuse kanari food")).toMatchObject({ status: "failed" });
    await send("GET", "/health");
    await send("GET", "/ready");
  }, 40_000);

  it("has a line for each request, with its route and never its address", () => {
    const requests = linesOf("request");
    expect(requests.length).toBeGreaterThan(12);
    for (const line of requests) {
      expect(line).toMatchObject({
        level: expect.stringMatching(/^(info|debug)$/),
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        request: expect.stringMatching(UUID),
        method: expect.stringMatching(/^(GET|POST)$/),
        route: expect.stringMatching(/^\/[\w/:.*{}-]*$/),
        status: expect.any(Number),
        ms: expect.any(Number),
      });
    }
    const routes = requests.map(({ method, route, status }) => `${method} ${route} ${status}`);
    expect(routes).toContain("POST /api/v1/tasks 201");
    expect(routes).toContain("GET /tasks 302");
    expect(routes).toContain("GET /api/* 404");
    expect(routes).toContain("GET /* 404");
  });

  it("keeps probes out of what is logged by default", () => {
    const probes = linesOf("request").filter(({ route }) =>
      /^\/(health|ready)$/.test(String(route)),
    );
    expect(probes.length).toBeGreaterThan(1);
    for (const { level } of probes) expect(level).toBe("debug");
  });

  it("names a person by a hash that is always the same", () => {
    const users = new Set(lines().flatMap(({ user }) => (user === undefined ? [] : [user])));
    expect([...users]).toEqual([expect.stringMatching(/^[\da-f]{16}$/)]);
  });

  it("follows a run from the request that began it to its end", async () => {
    // A run's last line is written when its last event is on its way to the reader already.
    await expect.poll(() => linesOf("run ended")).toHaveLength(2);
    const [started] = linesOf("run started");
    const [ended, failed] = linesOf("run ended");
    expect(started).toMatchObject({ provider: "custom", model: "some-model" });
    expect(ended).toMatchObject({
      request: started?.request,
      run: started?.run,
      user: started?.user,
      outcome: "completed",
      ms: expect.any(Number),
      tokens: { input: expect.any(Number), output: expect.any(Number) },
      tools: ["create_task"],
    });
    expect(failed).toMatchObject({ outcome: "failed", code: "model_key_refused" });
    expect(linesOf("run failed")[0]).toMatchObject({
      level: "warn",
      run: failed?.run,
      err: { type: "AppError", stack: expect.stringContaining(" at "), cause: { status: 401 } },
    });
  });

  it("tells where a request broke, and the answer tells which line that is", async () => {
    await client.query("ALTER TABLE task_change RENAME TO task_change_away");
    const broken = await send("POST", "/api/v1/tasks", { title: "kanari that breaks" });
    await client.query("ALTER TABLE task_change_away RENAME TO task_change");
    const cookie = await sessionCookie();
    await client.query(`ALTER TABLE task RENAME TO task_away`);
    const page = await send("GET", "/tasks", undefined, { cookie });
    await client.query(`ALTER TABLE task_away RENAME TO task`);
    expect(broken.status).toBe(500);
    const { request_id } = (await broken.json()) as { request_id: string };
    expect(broken.headers.get("x-request-id")).toBe(request_id);
    const failure = linesOf("request failed").find(({ request }) => request === request_id);
    expect(failure).toMatchObject({
      level: "error",
      err: { stack: expect.stringContaining(" at ") },
    });

    expect(page.status).toBe(500);
    const id = page.headers.get("x-request-id") ?? "";
    expect(await page.text()).toContain(`500 · ${id}`);
    expect(linesOf("page failed").map(({ request }) => request)).toContain(id);
  });

  it("takes the caller's id, or the trace's, and nothing that is neither", async () => {
    const id = async (headers: Record<string, string>) =>
      (await send("GET", "/health", undefined, headers)).headers.get("x-request-id");
    expect(await id({ "x-request-id": "from-the-proxy.1" })).toBe("from-the-proxy.1");
    const trace = "0af7651916cd43dd8448eb211c80319c";
    expect(await id({ traceparent: `00-${trace}-b7ad6b7169203331-01` })).toBe(trace);
    expect(await id({ "x-request-id": 'x" kanari' })).toMatch(UUID);
    expect(await id({ traceparent: "00-00000000000000000000000000000000-0-01" })).toMatch(UUID);
  });

  it("has no word of what people, models or secrets said", () => {
    for (const line of server.output().split("\n")) expect(line).not.toMatch(MARK);
    for (const secret of [KEY, token, PERSON.email]) expect(server.output()).not.toContain(secret);
  });
});

async function sessionCookie(): Promise<string> {
  const signedIn = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: PUBLIC_URL },
    body: JSON.stringify({ email: PERSON.email, password: PERSON.password }),
  });
  const set = signedIn.headers.getSetCookie();
  return set.map((cookie) => cookie.split(";")[0]).join("; ");
}
