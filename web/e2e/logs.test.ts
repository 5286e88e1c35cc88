// The log of a server during use and failures: every line is valid JSON and none has user content.
// All user content carries a marker word, which must not occur in the log.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFakeProvider } from "#app/assistant/testing/fake-provider";
import { type ServerProcess, startServer } from "#testing/server-process";
import { createTestDatabase, type TestDatabase } from "#testing/test-database";

const MARKER = /kanari|کناری/i;
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
  provider = await startFakeProvider("chat", ({ userMessage, step }) => {
    if (userMessage.includes("refuse"))
      return { status: 401, body: `{"error":{"message":"wrong key ${KEY} for ${userMessage}"}}` };
    return step === 0 && userMessage.includes("add")
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
});

afterAll(async () => {
  await server?.kill();
  await provider?.close();
  await client?.end();
  await database?.drop();
});

describe("the log of a journey", () => {
  it("is written by requests of every kind", async () => {
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
  });

  it("has a line per request with its route, not its path", () => {
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

  it("logs probes at debug level", () => {
    const probes = linesOf("request").filter(({ route }) =>
      /^\/(health|ready)$/.test(String(route)),
    );
    expect(probes.length).toBeGreaterThan(1);
    for (const { level } of probes) expect(level).toBe("debug");
  });

  it("identifies a user by a stable hash", () => {
    const users = new Set(lines().flatMap(({ user }) => (user === undefined ? [] : [user])));
    expect([...users]).toEqual([expect.stringMatching(/^[\da-f]{16}$/)]);
  });

  it("correlates a run with the request that started it", async () => {
    // The last line of a run is written after its last event was sent.
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
      level: "error",
      run: failed?.run,
      hint: expect.stringContaining("key"),
      model: "some-model",
      err: { type: "AppError", stack: expect.stringContaining(" at "), cause: { status: 401 } },
    });
  });

  it("has the stack of a failed request under the request id of the response", async () => {
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

  it("stays JSON under requests that libraries print about", async () => {
    const cookie = await sessionCookie();
    const raw = (
      method: string,
      path: string,
      body?: string,
      headers: Record<string, string> = {},
    ) =>
      fetch(server.url + path, {
        method,
        redirect: "manual",
        headers: { "content-type": "application/json", origin: PUBLIC_URL, cookie, ...headers },
        body,
      });
    await client.query('ALTER TABLE "user" RENAME TO user_away');
    const kanari = { name: "kanari", email: "kanari@example.com", password: "kanari kanari" };
    for (const path of [
      "/sign-up/email",
      "/sign-in/email",
      "/request-password-reset",
      "/update-user",
    ])
      await raw("POST", `/api/auth${path}`, JSON.stringify(kanari));
    await client.query('ALTER TABLE user_away RENAME TO "user"');
    for (const path of [
      "/kanari%",
      "/kanari%E0%A4%A",
      "/%c0%afkanari",
      "/tasks/%kanari",
      "/tasks.data?_routes=kanari",
      "/kanari.data",
      "/__manifest?p=/kanari&version=1",
      "/api/v1/tasks/%kanari",
      "/api/auth/kanari%E0%A4%A",
      "/tasks?search=%00kanari",
      "/tasks?category=kanari%00",
      "/chatbot?c=kanari",
      "/reset-password?token=kanari%00",
      "/verify-email?token=kanari",
    ])
      expect((await raw("GET", path)).status, path).toBeLessThan(500);
    for (const path of [
      "/sign-in",
      "/sign-up",
      "/tasks",
      "/trash",
      "/settings",
      "/profile",
      "/tasks/files",
    ]) {
      for (const [body, type] of [
        ['{"kanari":1}', "application/json"],
        ["kanari=%00&intent=kanari", "application/x-www-form-urlencoded"],
        ["--kanari", "multipart/form-data; boundary=kanari"],
        ["kanari", "multipart/form-data"],
      ] as const)
        expect((await raw("POST", path, body, { "content-type": type })).status, path).toBeLessThan(
          500,
        );
    }
    for (const [path, place] of [
      ["/request-password-reset", { email: "a@example.com", redirectTo: "https://kanari.example" }],
      ["/sign-in/social", { provider: "google", callbackURL: "https://kanari.example" }],
    ] as const)
      expect((await raw("POST", `/api/auth${path}`, JSON.stringify(place))).status).toBe(403);
    for (const path of ["/verify-email?token=x&", "/reset-password/x?"]) {
      const foreign = `/api/auth${path}callbackURL=https://kanari.example`;
      expect((await raw("GET", foreign)).status, path).toBe(403);
    }
    for (const body of ["kanari{", '"kanari', '{"name":"kanari\\u0000"}', "[".repeat(50_000)])
      expect((await raw("POST", "/api/auth/update-user", body)).status).toBeLessThan(500);
    expect(lines().length).toBeGreaterThan(0);
    for (const line of server.output().split("\n")) expect(line).not.toMatch(MARKER);
  });

  it("uses a valid request id or trace id of the client", async () => {
    const id = async (headers: Record<string, string>) =>
      (await send("GET", "/health", undefined, headers)).headers.get("x-request-id");
    expect(await id({ "x-request-id": "from-the-proxy.1" })).toBe("from-the-proxy.1");
    const trace = "0af7651916cd43dd8448eb211c80319c";
    expect(await id({ traceparent: `00-${trace}-b7ad6b7169203331-01` })).toBe(trace);
    expect(await id({ "x-request-id": 'x" kanari' })).toMatch(UUID);
    expect(await id({ traceparent: "00-00000000000000000000000000000000-0-01" })).toMatch(UUID);
  });

  it("contains no content of users or models and no secrets", () => {
    for (const line of server.output().split("\n")) expect(line).not.toMatch(MARKER);
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
