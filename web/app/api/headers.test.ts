import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHttp } from "#app/process/http.server";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

const ALLOWED = "https://calendar.example";
const OTHER = "https://elsewhere.example";

let plain: TestApi;
let shared: TestApi;
let secure: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  plain = await createTestApi();
  shared = await createTestApi({ CORS_ORIGINS: `${ALLOWED}, https://second.example` });
  secure = await createTestApi({ PUBLIC_URL: "https://karlo.example" });
  amna = await shared.signUp("Amna");
});
afterAll(async () => {
  for (const api of [plain, shared, secure]) await api.close();
});

describe("cross-origin requests", () => {
  const list = (origin: string, headers = {}) =>
    shared.fetch("/api/v1/tasks", {
      headers: { origin, authorization: `Bearer ${amna.token}`, ...headers },
    });
  const preflight = (api: TestApi, origin: string, path = "/api/v1/tasks") =>
    api.fetch(path, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "PATCH",
        "access-control-request-headers": "authorization, idempotency-key",
      },
    });

  it("are readable from configured origins only", async () => {
    const allowed = await list(ALLOWED);
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get("access-control-allow-origin")).toBe(ALLOWED);
    expect(allowed.headers.get("access-control-expose-headers")).toContain("location");
    expect((await list("https://second.example")).headers.get("access-control-allow-origin")).toBe(
      "https://second.example",
    );
    for (const origin of [
      OTHER,
      "null",
      `${ALLOWED}.elsewhere.example`,
      "http://calendar.example",
    ]) {
      expect((await list(origin)).headers.get("access-control-allow-origin"), origin).toBeNull();
    }
  });

  it("never use the session cookie", async () => {
    const response = await shared.fetch("/api/v1/tasks", {
      method: "POST",
      headers: { origin: ALLOWED, cookie: amna.cookie, "content-type": "application/json" },
      body: JSON.stringify({ title: "forged" }),
    });
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    expect((await list(ALLOWED)).headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("are allowed by the preflight of configured origins only", async () => {
    for (const path of ["/api/v1/tasks/1", `/api/${amna.id}/tasks`, "/chat", "/mcp"]) {
      const answer = await preflight(shared, ALLOWED, path);
      expect(answer.status, path).toBe(204);
      expect(answer.headers.get("access-control-allow-origin")).toBe(ALLOWED);
      expect(answer.headers.get("access-control-allow-methods")).toContain("PATCH");
      expect(answer.headers.get("access-control-allow-headers")).toContain("idempotency-key");
      expect(answer.headers.get("access-control-max-age")).toBe("600");
    }
    for (const [api, origin] of [
      [shared, OTHER],
      [plain, ALLOWED],
    ] as const) {
      expect((await preflight(api, origin)).headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("have responses that vary by Origin", async () => {
    const none = await shared.fetch("/api/v1/tasks", {
      headers: { authorization: `Bearer ${amna.token}` },
    });
    for (const response of [none, await list(ALLOWED), await list(OTHER)]) {
      expect(response.headers.get("vary")?.toLowerCase()).toContain("origin");
    }
  });
});

describe("every API response", () => {
  const json = { "content-type": "application/json" };
  it.each<[string, number, RequestInit?]>([
    ["/api/v1/tasks", 401],
    ["/api/v1/nowhere", 404],
    ["/api/v1/auth/login", 400, { method: "POST", headers: json, body: "{" }],
    ["/api/v1/auth/login", 422, { method: "POST", headers: json, body: "{}" }],
    ["/api/v1/auth/login", 415, { method: "POST", body: "{}" }],
    ["/api/auth/ok", 200],
    ["/api/openapi.json", 200],
    ["/chat", 405],
    ["/mcp", 401, { method: "POST", headers: json, body: "{}" }],
    ["/health", 200],
    ["/ready", 200],
  ])("%s, %i: forbids sniffing, framing and referrers", async (path, status, init) => {
    for (const [api, tls] of [
      [plain, null],
      [secure, "max-age=15552000"],
    ] as const) {
      const response = await api.fetch(path, init);
      expect(response.status).toBe(status);
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("x-frame-options")).toMatch(/SAMEORIGIN|DENY/);
      expect(response.headers.get("referrer-policy")).toMatch(/no-referrer|same-origin/);
      expect(response.headers.get("strict-transport-security")).toBe(tls);
      expect(response.headers.get("x-powered-by")).toBeNull();
    }
  });
});

describe("pages", () => {
  /** The headers of a page that is served without the Remix build. */
  const page = async (api: TestApi) => {
    const http = createHttp(api.app, async () => ({}) as ServerBuild);
    const response = await http.fetch(new Request(`${api.app.config.PUBLIC_URL}/redoc`));
    return response.headers;
  };

  it("allow only scripts and styles with the nonce of the response", async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await page(plain)).get("content-security-policy") ?? ""),
    );
    for (const policy of policies) {
      expect(policy).not.toMatch(/unsafe-(inline|eval)/);
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=-]{16,}'/);
      expect(policy).toMatch(/style-src 'self' 'nonce-[\w+/=-]{16,}'/);
      for (const rule of ["object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'"]) {
        expect(policy).toContain(rule);
      }
    }
    const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1]);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it("send HSTS, as the API does, when PUBLIC_URL is https", async () => {
    expect((await page(secure)).get("strict-transport-security")).toMatch(/^max-age=\d{7,}$/);
    const api = await secure.fetch("/api/v1/tasks");
    expect(api.headers.get("strict-transport-security")).toMatch(/^max-age=\d{7,}$/);
    expect(api.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await page(plain)).get("strict-transport-security")).toBeNull();
    expect(
      (await plain.fetch("/api/v1/tasks")).headers.get("strict-transport-security"),
    ).toBeNull();
  });
});
