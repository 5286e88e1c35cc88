import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD, type TestApi } from "#testing/test-app";
import { hostCookies } from "./host-cookies";

describe("cookies of the server on https", () => {
  const app = new Hono()
    .use(hostCookies())
    .get("/read", (c) => c.text(c.req.header("cookie") ?? ""))
    .get("/set", (c) => {
      for (const line of c.req.header("x-set")?.split("|") ?? [])
        c.header("set-cookie", line, { append: true });
      return c.text("");
    });
  const read = async (cookie: string) =>
    (await app.request("/read", { headers: { cookie } })).text();
  const set = async (line: string) =>
    (await app.request("/set", { headers: { "x-set": line } })).headers.getSetCookie();

  it.each([
    ["__Host-karlo.session_token=a.b%2B", "karlo.session_token=a.b%2B"],
    [
      "x=1; __Host-karlo_device=d; karlo.conversation=3",
      "x=1; karlo_device=d; karlo.conversation=3",
    ],
    ["karlo.session_token=planted", ""],
    ["__Secure-karlo.session_token=old", "__Secure-karlo.session_token=old"],
    ["karlo.session_token=planted; __Host-karlo.session_token=own", "karlo.session_token=own"],
    ["__Host-karlo.session_token=own; karlo.session_token=planted", "karlo.session_token=own"],
    ["karlo_notice=x; karlo_preferences=y", ""],
    ["__Host-other=1", "__Host-other=1"],
  ])("%s are read as %s", async (sent, expected) => {
    expect(await read(sent)).toBe(expected);
  });

  it.each([
    [
      "karlo.session_token=a; Max-Age=60; Path=/; HttpOnly; SameSite=Lax",
      "__Host-karlo.session_token=a; Max-Age=60; HttpOnly; SameSite=Lax; Path=/; Secure",
    ],
    [
      "karlo_device=d; Domain=example.com; Path=/api; Secure",
      "__Host-karlo_device=d; Path=/; Secure",
    ],
    ["other=1; Path=/x", "other=1; Path=/x"],
  ])("%s is set as %s", async (line, expected) => {
    expect(await set(line)).toEqual([expected]);
  });
});

describe("an app on https", () => {
  let secure: TestApi;
  let plain: TestApi;
  beforeAll(async () => {
    secure = await createTestApi({ PUBLIC_URL: "https://karlo.example" });
    plain = await createTestApi();
  });
  afterAll(async () => {
    await secure.close();
    await plain.close();
  });
  const signUp = (api: TestApi) =>
    api.fetch("/api/auth/sign-up/email", {
      method: "POST",
      headers: { "content-type": "application/json", origin: api.app.config.PUBLIC_URL },
      body: JSON.stringify({ name: "A", email: "a@example.com", password: TEST_PASSWORD }),
    });

  it("signs in and out with cookies of this host alone", async () => {
    const lines = (await signUp(secure)).headers.getSetCookie();
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatch(/^__Host-karlo/);
      expect(line).toMatch(/; Secure/);
      expect(line).toMatch(/; Path=\/(;|$)/);
      expect(line).not.toMatch(/Domain/i);
      expect(line).toMatch(/HttpOnly/i);
    }
    const cookie = lines.map((line) => line.split(";")[0]).join("; ");
    const me = (sent: string) => secure.fetch("/api/v1/auth/me", { headers: { cookie: sent } });
    expect((await me(cookie)).status).toBe(200);
    expect((await me(cookie.replaceAll("__Host-", ""))).status).toBe(401);
    expect((await me(cookie.replaceAll("__Host-", "__Secure-"))).status).toBe(401);
    const out = await secure.fetch("/api/auth/sign-out", {
      method: "POST",
      headers: { origin: "https://karlo.example", cookie },
    });
    expect(out.status).toBe(200);
    expect(out.headers.getSetCookie().join()).toContain("__Host-karlo.session_token=;");
    expect((await me(cookie)).status).toBe(401);
  });

  it("has plain names on http, where browsers refuse the prefix", async () => {
    const lines = (await signUp(plain)).headers.getSetCookie();
    for (const line of lines) expect(line).not.toContain("__Host-");
  });
});
