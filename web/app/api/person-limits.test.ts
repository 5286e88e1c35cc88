import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApi, type TestApi } from "#testing/test-app";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({
    REQUESTS_PER_MINUTE: "20",
    IMPORTS_PER_HOUR: "2",
    EXPORTS_PER_HOUR: "2",
    DATABASE_POOL_SIZE: "2",
  });
});
afterAll(() => api.close());

const policy = '"requests";q=20;w=60';

it("limits one person's requests by whatever they sign in with, and no other's", async () => {
  const [amna, bilal] = [await api.signUp(), await api.signUp()];
  const cookie = { cookie: amna.cookie, origin: "http://localhost:3000" };
  for (let n = 1; n <= 20; n += 1) {
    const path = `/api/v1/tasks/${n}`;
    const answer =
      n % 2 ? await amna.call("GET", path) : await api.fetch(path, { headers: cookie });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("ratelimit-policy")).toBe(policy);
    expect(answer.headers.get("ratelimit")).toMatch(
      new RegExp(`^"requests";r=${20 - n};t=([1-9]|[1-5]\\d|60)$`),
    );
  }
  for (const refused of [
    await amna.call("GET", "/api/v1/tasks"),
    await amna.call("POST", "/api/v1/tasks", { title: "x" }),
    await amna.call("POST", "/mcp", {}),
    await api.fetch("/api/v1/tasks", { headers: { ...cookie, "accept-language": "ur" } }),
  ]) {
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toMatch(/^([1-9]|[1-5]\d|60)$/);
    expect(refused.headers.get("ratelimit")).toMatch(/^"requests";r=0;t=\d+$/);
    expect(await refused.json()).toMatchObject({ code: "rate_limited" });
  }
  expect((await bilal.call("GET", "/api/v1/tasks")).status).toBe(200);
  expect((await api.fetch("/health")).headers.get("ratelimit")).toBeNull();
});

it.each([
  ["GET", "/api/v1/export", "/api/v1/tasks/export"],
  ["POST", "/api/v1/import", "/api/v1/tasks/import"],
])("limits one person's files in an hour: %s", async (method, account, tasks) => {
  const person = await api.signUp();
  const send = (path: string) =>
    person.send(method, path, method === "POST" ? "{}" : undefined, {
      "content-type": "application/json",
    });
  for (const path of [account, tasks]) {
    const answer = await send(path);
    expect(answer.status).toBe(method === "POST" ? 422 : 200);
    await answer.body?.cancel();
  }
  for (const path of [account, tasks]) {
    const refused = await send(path);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3_500);
    expect(await refused.json()).toMatchObject({ code: "rate_limited" });
  }
});

it("answers 503 with Retry-After while no connection is free, and 200 after", async () => {
  const person = await api.signUp();
  const { db } = api.app;
  const release = Promise.withResolvers<void>();
  const hold = () => {
    const begun = Promise.withResolvers<void>();
    const ended = db.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT 1`;
        begun.resolve();
        await release.promise;
      },
      { timeout: 120_000 },
    );
    return { begun: begun.promise, ended };
  };
  const held = [hold(), hold()];
  await Promise.all(held.map(({ begun }) => begun));
  const answers = await Promise.all([
    person.call("GET", "/api/v1/tasks"),
    person.call("PATCH", "/api/v1/tasks/1", { title: "x" }),
    person.call("GET", "/api/v1/tasks/1/history"),
    person.call("POST", "/api/v1/tasks", { title: "x" }, { "idempotency-key": "once" }),
    api.fetch("/api/v1/tasks", { headers: { cookie: person.cookie, "accept-language": "ur" } }),
  ]);
  for (const answer of answers) {
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("2");
    expect(await answer.json()).toMatchObject({ code: "busy" });
  }
  release.resolve();
  await Promise.all(held.map(({ ended }) => ended));
  expect((await person.call("GET", "/api/v1/tasks")).status).toBe(200);
});
