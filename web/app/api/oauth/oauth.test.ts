import { createHash, randomBytes } from "node:crypto";
import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disconnectApp, endAllAccess } from "#app/accounts/apps/end-access.server";
import { readAccessPage } from "#app/accounts/apps/read-access-page.server";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import {
  answer,
  browse,
  connectApp,
  fetchAt,
  MCP,
  newApp,
  REDIRECT,
  type TestApp,
} from "./testing/connect-app";

const ORIGIN = "http://localhost:3000";
const ISSUER = `${ORIGIN}/api/auth`;

let api: TestApi;
let amna: TestPerson;
beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp();
});
afterAll(() => api.close());

const post = (path: string, fields: Record<string, string>) =>
  api.fetch(`/api/auth/oauth2/${path}`, {
    method: "POST",
    body: new URLSearchParams(fields),
  });
const callMcp = (token: string | undefined, method = "tools/list", params: object = {}) =>
  api.fetch("/mcp", {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
const idOf = (app: TestApp) => app.client?.client_id ?? "";

/** A request for a code by hand, with what an attacker would change. */
async function authorize(app: TestApp, change: Record<string, string | null> = {}) {
  const verifier = randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    response_type: "code",
    client_id: idOf(app),
    redirect_uri: REDIRECT,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    state: "abc",
  });
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const leads = await browse(api, `${ISSUER}/oauth2/authorize?${query}`, amna.cookie);
  return { leads, verifier };
}

describe("an app of the official SDK", () => {
  it("finds the provider, registers, is let in, works, refreshes and is revoked", async () => {
    const person = await api.signUp();
    const app = newApp();
    const transport = new StreamableHTTPClientTransport(new URL(MCP), {
      authProvider: app,
      fetch: fetchAt(api),
    });
    const client = new Client({ name: "test", version: "1" });
    await expect(client.connect(transport)).rejects.toThrow(/unauthorized/i);
    expect(app.sent?.searchParams.get("resource")).toBe(MCP);

    // Without a session the browser goes to sign in, and on to the same request.
    const signIn = await browse(api, app.sent ?? "");
    expect(signIn.pathname).toBe("/oauth/authorize");
    expect(signIn.searchParams.get("client_id")).toBe(idOf(app));
    const consent = await browse(api, app.sent ?? "", person.cookie);
    expect(consent.pathname).toBe("/oauth/consent");
    const back = await answer(api, person, consent);
    expect(back.href.startsWith(REDIRECT)).toBe(true);
    expect(back.searchParams.get("iss")).toBe(ISSUER);
    await transport.finishAuth(back.searchParams.get("code") ?? "");

    const again = new Client({ name: "test", version: "1" });
    await again.connect(
      new StreamableHTTPClientTransport(new URL(MCP), { authProvider: app, fetch: fetchAt(api) }),
    );
    expect((await again.listTools()).tools.length).toBeGreaterThan(5);
    await again.callTool({ name: "create_task", arguments: { title: "from an app" } });
    await again.close();
    const { tasks } = (await (await person.call("GET", "/api/v1/tasks")).json()) as {
      tasks: { title: string }[];
    };
    expect(tasks).toMatchObject([{ title: "from an app" }]);
    const user = (await api.app.verifyToken(person.token)) ?? expect.fail();
    const page = await readAccessPage(api.app, user);
    expect(page.apps).toMatchObject([
      { name: "Test assistant", changeCount: 1, scopes: ["tasks:read", "tasks:write"] },
    ]);

    const first = app.given;
    expect(first?.access_token).toMatch(/^karlo_at_/);
    expect(await auth(app, { serverUrl: MCP, fetchFn: fetchAt(api) })).toBe("AUTHORIZED");
    expect(app.given?.access_token).not.toBe(first?.access_token);
    expect(app.given?.refresh_token).not.toBe(first?.refresh_token);
    const revoked = await post("revoke", {
      token: app.given?.refresh_token ?? "",
      client_id: idOf(app),
    });
    expect(revoked.status).toBe(200);
    expect((await callMcp(app.given?.access_token)).status).toBe(401);
    const grant = { grant_type: "refresh_token", client_id: idOf(app) };
    const late = await post("token", { ...grant, refresh_token: app.given?.refresh_token ?? "" });
    expect(late.status).toBe(400);
  });

  it("is told where to begin by the 401, and what is missing by the 403", async () => {
    const anonymous = await api.fetch("/mcp", { method: "POST" });
    expect(anonymous.status).toBe(401);
    expect(anonymous.headers.get("www-authenticate")).toContain(
      `resource_metadata="${ORIGIN}/.well-known/oauth-protected-resource/mcp"`,
    );
    const person = await api.signUp();
    const app = await connectApp(api, person, newApp(), "tasks:read");
    const call = { name: "create_task", arguments: { title: "no" } };
    const refused = await callMcp(app.given?.access_token, "tools/call", call);
    expect(refused.status).toBe(403);
    expect(refused.headers.get("www-authenticate")).toMatch(
      /insufficient_scope.*tasks:read tasks:write|tasks:read tasks:write.*insufficient_scope/,
    );
    expect(await api.app.db.task.count({ where: { userId: person.id } })).toBe(0);
    const read = { name: "list_tasks", arguments: {} };
    expect((await callMcp(app.given?.access_token, "tools/call", read)).status).toBe(200);
  });

  it("has no access to the API, whose audience is another", async () => {
    const app = await connectApp(api, await api.signUp());
    const authorization = `Bearer ${app.given?.access_token}`;
    expect((await api.fetch("/api/v1/tasks", { headers: { authorization } })).status).toBe(401);
    const db = api.app.db;
    await db.oauthAccessToken.updateMany({
      where: { clientId: idOf(app) },
      data: { resources: ["https://elsewhere.example/mcp"] },
    });
    expect((await callMcp(app.given?.access_token)).status).toBe(401);
  });
});

describe("what an attacker would try", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await connectApp(api, amna);
  });

  it("sends no code to an address that is not registered, and no browser there", async () => {
    const addresses = [
      "https://evil.example/callback",
      "http://127.0.0.1:33418/other",
      "http://127.0.0.1.evil.example:33418/callback",
      `${REDIRECT}/../x`,
    ];
    for (const redirect_uri of addresses) {
      const { leads } = await authorize(app, { redirect_uri });
      expect(leads.origin + leads.pathname, redirect_uri).toBe(`${ORIGIN}/oauth/consent`);
      expect(leads.searchParams.get("error")).toMatch(/^invalid_(redirect|request)$/);
    }
    // The port of a loopback address is up to the app (RFC 8252, 7.3).
    const other = await authorize(app, { redirect_uri: "http://127.0.0.1:50000/callback" });
    expect(other.leads.searchParams.get("code")).not.toBeNull();
    expect((await authorize(app, { client_id: "nobody" })).leads.pathname).toBe("/oauth/consent");
  });

  it("gives nothing without PKCE by S256, for another resource or an unknown scope", async () => {
    const expectError = async (change: Record<string, string | null>, error: string) => {
      const { leads } = await authorize(app, change);
      expect(leads.searchParams.get("error"), JSON.stringify(change)).toBe(error);
      expect(leads.searchParams.get("code")).toBeNull();
      expect(leads.searchParams.get("state")).toBe("abc");
      expect(leads.searchParams.get("iss")).toBe(ISSUER);
    };
    await expectError({ code_challenge_method: "plain" }, "invalid_request");
    await expectError({ code_challenge: null, code_challenge_method: null }, "invalid_request");
    await expectError({ resource: "https://elsewhere.example/mcp" }, "invalid_target");
    await expectError({ scope: "admin" }, "invalid_scope");
  });

  it("ends what a code gave when it is used twice, and refuses it with another verifier", async () => {
    const { leads, verifier } = await authorize(app);
    const exchange = (code_verifier: string, more = {}) =>
      post("token", {
        grant_type: "authorization_code",
        code: leads.searchParams.get("code") ?? "",
        client_id: idOf(app),
        redirect_uri: REDIRECT,
        code_verifier,
        ...more,
      });
    const good = await exchange(verifier);
    expect(good.status).toBe(200);
    const { access_token } = (await good.json()) as { access_token: string };
    expect((await callMcp(access_token)).status).toBe(200);
    expect((await exchange(verifier)).status).toBe(400);
    expect((await callMcp(access_token)).status).toBe(401);

    const changes: Record<string, string>[] = [
      { code_verifier: "x".repeat(43) },
      { redirect_uri: "http://127.0.0.1:1/callback" },
      { client_id: idOf(await connectApp(api, amna)) },
      { resource: "https://elsewhere.example/mcp" },
    ];
    for (const change of changes) {
      const next = await authorize(app);
      const answer = await post("token", {
        grant_type: "authorization_code",
        code: next.leads.searchParams.get("code") ?? "",
        client_id: idOf(app),
        redirect_uri: REDIRECT,
        code_verifier: next.verifier,
        ...change,
      });
      expect(answer.status, JSON.stringify(change)).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
  });

  it("needs the person's own press: a request of another site, or a changed one, gives nothing", async () => {
    const fresh = newApp("Fresh");
    await auth(fresh, { serverUrl: MCP, fetchFn: fetchAt(api) });
    const consent = await browse(api, fresh.sent ?? "", amna.cookie);
    const changed = new URL(consent);
    changed.searchParams.set("scope", "tasks:read tasks:write chat");
    await expect(answer(api, amna, changed)).rejects.toMatchObject({ code: "app_request_expired" });
    const elsewhere = new URL(consent);
    elsewhere.searchParams.set("redirect_uri", "https://evil.example/");
    await expect(answer(api, amna, elsewhere)).rejects.toMatchObject({ status: 410 });
    // The provider's own endpoints for consent and for clients are not there.
    for (const path of ["consent", "create-client", "get-clients", "introspect", "continue"]) {
      const direct = await api.fetch(`/api/auth/oauth2/${path}`, {
        method: "POST",
        headers: { cookie: amna.cookie, "content-type": "application/json", origin: ORIGIN },
        body: JSON.stringify({ accept: true, oauth_query: consent.search.slice(1) }),
      });
      expect(direct.status, path).toBe(404);
    }
    const refused = await answer(api, amna, consent, false);
    expect(refused.searchParams.get("error")).toBe("access_denied");
    expect(await api.app.db.oauthConsent.count({ where: { clientId: idOf(fresh) } })).toBe(0);
  });

  it("ends a family of refresh tokens when an old one is used late", async () => {
    const person = await api.signUp();
    const mine = await connectApp(api, person);
    const old = mine.given?.refresh_token ?? "";
    const refresh = (refresh_token: string) =>
      post("token", { grant_type: "refresh_token", client_id: idOf(mine), refresh_token });
    const next = (await (await refresh(old)).json()) as Record<string, string>;
    // A retry within seconds gets the same answer.
    expect(await (await refresh(old)).json()).toMatchObject({ refresh_token: next.refresh_token });
    await api.app.db.oauthRefreshToken.updateMany({
      where: { clientId: idOf(mine), revoked: { not: null } },
      data: { rotationReplayExpiresAt: new Date(0) },
    });
    expect((await refresh(old)).status).toBe(400);
    expect((await refresh(next.refresh_token ?? "")).status).toBe(400);
    expect((await callMcp(next.access_token)).status).toBe(401);
  });
});

describe("a person", () => {
  it("cuts an app off with one press, and everything with a new password or the account", async () => {
    const person = await api.signUp();
    const [one, two] = [await connectApp(api, person), await connectApp(api, person)];
    const status = async (app: TestApp) => (await callMcp(app.given?.access_token)).status;
    // The browser that let them in may be signed out.
    await api.app.db.session.deleteMany({ where: { userId: person.id } });
    expect(await status(one)).toBe(200);
    await disconnectApp(api.app.db, person.id, idOf(one), new Headers());
    expect([await status(one), await status(two)]).toEqual([401, 200]);
    const refresh_token = one.given?.refresh_token ?? "";
    const grant = { grant_type: "refresh_token", client_id: idOf(one), refresh_token };
    expect((await post("token", grant)).status).toBe(400);
    const types = await api.app.db.securityEvent.findMany({ where: { userId: person.id } });
    expect(types.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["app_connected", "app_disconnected"]),
    );
    await endAllAccess(api.app.db, person.id);
    expect(await status(two)).toBe(401);
    const third = await api.signUp();
    const mine = await connectApp(api, third);
    await api.app.db.user.delete({ where: { id: third.id } });
    expect(await status(mine)).toBe(401);
  });
});
