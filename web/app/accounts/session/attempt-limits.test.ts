import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENT_ADDRESS_HEADER, clientAddress } from "#app/platform/client-address";
import { createTestApi, TEST_PASSWORD, type TestApi } from "#testing/test-app";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({
    SIGN_UPS_PER_MINUTE: "60",
    SIGN_IN_FAILURES_PER_ACCOUNT: "5",
    SIGN_IN_FAILURES_PER_ADDRESS: "20",
    SIGN_IN_FAILURE_WINDOW: "120",
  });
});
afterAll(() => api.close());

const post = (path: string, body: object, headers: Record<string, string> = {}, at = api) =>
  at.fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "http://localhost:3000", ...headers },
    body: JSON.stringify(body),
  });
const signIn = (email: string, password: string, address: string, cookie = "", at = api) =>
  post(
    "/api/auth/sign-in/email",
    { email, password },
    { [CLIENT_ADDRESS_HEADER]: address, cookie },
    at,
  );
const expireWindows = () => api.app.db.attempt.updateMany({ data: { endsAt: new Date(0) } });

describe("wrong passwords", () => {
  it("are counted exactly under a thousand concurrent requests, in bounded time", async () => {
    const { email } = await api.signUp();
    const start = Date.now();
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) =>
        signIn(email, `wrong ${n}`, `10.0.${n >> 4}.${n % 16}`),
      ),
    );
    expect(Date.now() - start).toBeLessThan(30_000);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(995);
    const refused = answers.find(({ status }) => status === 429);
    const wait = Number(refused?.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(120);

    expect((await signIn(email, TEST_PASSWORD, "10.9.9.9")).status).toBe(429);
    await expireWindows();
    expect((await signIn(email, TEST_PASSWORD, "10.9.9.9")).status).toBe(200);
  });

  it("are counted together by all processes", async () => {
    const { email } = await api.signUp();
    const processes = [api, await api.openReplica(), await api.openReplica()];
    const answers = await Promise.all(
      Array.from({ length: 150 }, (_, n) =>
        signIn(email, `wrong ${n}`, `10.2.${n >> 4}.${n % 16}`, "", processes[n % 3]),
      ),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    for (const at of processes)
      expect((await signIn(email, TEST_PASSWORD, "10.9.9.8", "", at)).status).toBe(429);
    await Promise.all(processes.slice(1).map((replica) => replica.close()));
    await expireWindows();
  });

  it("from elsewhere do not lock out a browser that has signed in before", async () => {
    const person = await api.signUp();
    const signedIn = await signIn(person.email, TEST_PASSWORD, "10.1.0.1");
    const device = signedIn.headers.getSetCookie().find((line) => line.startsWith("karlo_device="));
    expect(device).toMatch(/HttpOnly/i);
    const cookie = device?.split(";")[0] ?? "";
    for (let n = 0; n < 7; n += 1) await signIn(person.email, "wrong", "10.1.0.2");
    expect((await signIn(person.email, TEST_PASSWORD, "10.1.0.3")).status).toBe(429);
    expect((await signIn(person.email, TEST_PASSWORD, "10.1.0.3", cookie)).status).toBe(200);
    expect((await signIn(person.email, TEST_PASSWORD, "10.1.0.3", `${cookie}x`)).status).toBe(429);

    for (let n = 0; n < 5; n += 1) await signIn(person.email, "wrong", "10.1.0.3", cookie);
    expect((await signIn(person.email, TEST_PASSWORD, "10.1.0.3", cookie)).status).toBe(429);
  });

  it("are limited per client address across accounts, and successful sign-ins are not counted", async () => {
    await expireWindows();
    const person = await api.signUp();
    for (let n = 0; n < 25; n += 1) {
      expect((await signIn(person.email, TEST_PASSWORD, "10.2.0.1")).status).toBe(200);
    }
    for (let n = 0; n < 20; n += 1) await signIn(`nobody${n}@example.com`, "wrong", "10.2.0.1");
    expect((await signIn(person.email, TEST_PASSWORD, "10.2.0.1")).status).toBe(429);
    expect((await signIn(person.email, TEST_PASSWORD, "10.2.0.2")).status).toBe(200);
  });

  it("share one limit across endpoints, also for unknown addresses", async () => {
    await expireWindows();
    const body = { email: "Nobody@Example.com", password: "wrong password" };
    for (let n = 0; n < 5; n += 1) await post("/api/v1/auth/login", body);
    const refused = await post("/api/v1/auth/login", { ...body, email: "nobody@example.com" });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: "too_many_attempts", status: 429 });
  });
});

it("limits sign-ups to 60 a minute per client address", async () => {
  await expireWindows();
  const statuses = await Promise.all(
    Array.from({ length: 70 }, async (_, n) => {
      const account = { name: "Many", email: `many${n}@example.com`, password: "short" };
      const headers = { [CLIENT_ADDRESS_HEADER]: "10.3.0.1" };
      return (await post("/api/auth/sign-up/email", account, headers)).status;
    }),
  );
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
});

describe("clientAddress", () => {
  it.each([
    ["203.0.113.9", null, 0, "203.0.113.9"],
    ["::ffff:203.0.113.9", null, 0, "203.0.113.9"],
    ["203.0.113.9", "1.2.3.4", 0, "203.0.113.9"],
    ["10.0.0.1", "198.51.100.7", 1, "198.51.100.7"],
    ["10.0.0.1", "1.2.3.4, 198.51.100.7", 1, "198.51.100.7"],
    ["10.0.0.1", "1.2.3.4, 198.51.100.7, 10.0.0.2", 2, "198.51.100.7"],
    ["10.0.0.1", null, 1, "10.0.0.1"],
    [undefined, null, 0, "unknown"],
  ])("peer %s with forwarded %j behind %i proxies is %s", (peer, forwarded, proxies, expected) => {
    expect(clientAddress(peer, forwarded, proxies)).toBe(expected);
  });
});
