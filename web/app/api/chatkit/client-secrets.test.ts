import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { tasksOf } from "../testing/chat";
import { ChatKitClient } from "./testing/chatkit-client";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

describe("client secrets", () => {
  const secretOf = async (response: Response) =>
    (await response.json()) as { client_secret: string; expires_at: string };
  const asBrowser = (person: TestPerson) => ({
    method: "POST",
    headers: {
      cookie: person.cookie,
      origin: "http://localhost:3000",
      "content-type": "application/json",
    },
  });

  it("authorize only ChatKit, expire, and end with the session", async () => {
    const amna = await api.signUp();
    const issued = await api.fetch("/api/chatkit/session", asBrowser(amna));
    expect(issued.status).toBe(200);
    const { client_secret: secret, expires_at: expiry } = await secretOf(issued);
    const life = new Date(expiry).getTime() - Date.now();
    expect(life).toBeGreaterThan(8 * 60_000);
    expect(life).toBeLessThanOrEqual(10 * 60_000);

    const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
    const client = new ChatKitClient((body) =>
      api.fetch("/api/chatkit", { method: "POST", headers, body: JSON.stringify(body) }),
    );
    await client.say("add buy milk");
    expect((await tasksOf(amna)).map(({ title }) => title)).toEqual(["buy milk"]);
    for (const path of ["/api/v1/tasks", "/api/v1/auth/me", "/mcp"])
      expect((await api.fetch(path, { headers })).status, path).toBe(401);
    const more = await api.fetch("/api/chatkit/session", { method: "POST", headers });
    expect(more.status).toBe(401);

    const refreshed = await api.fetch("/api/chatkit/refresh", {
      ...asBrowser(amna),
      body: JSON.stringify({ client_secret: secret }),
    });
    expect((await secretOf(refreshed)).client_secret).not.toBe("");
    const bilal = await api.signUp("Bilal");
    const foreign = await api.fetch("/api/chatkit/refresh", {
      ...asBrowser(bilal),
      body: JSON.stringify({ client_secret: secret }),
    });
    expect(foreign.status).toBe(401);

    await api.app.db.session.deleteMany({ where: { userId: amna.id } });
    await expect(client.say("show my tasks")).rejects.toThrow("401");
  });

  it("can be issued with a token, and only from Karlo's own pages with a cookie", async () => {
    const amna = await api.signUp();
    const { expires_at: expiry } = await secretOf(await amna.call("POST", "/api/chatkit/session"));
    expect(new Date(expiry).getTime()).toBeLessThanOrEqual(Date.now() + 10 * 60_000);
    expect((await api.fetch("/api/chatkit/session", { method: "POST" })).status).toBe(401);
    const elsewhere = asBrowser(amna);
    elsewhere.headers.origin = "https://evil.example";
    expect((await api.fetch("/api/chatkit/session", elsewhere)).status).toBe(403);
    expect(await (await api.fetch("/api/chatkit/health")).json()).toEqual({ status: "ok" });
  });
});
