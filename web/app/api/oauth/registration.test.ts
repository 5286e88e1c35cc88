import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRoom } from "#app/accounts/apps/create-client.server";
import { purgeApps } from "#app/accounts/apps/purge-apps.server";
import { createTestApi, type TestApi } from "#testing/test-app";
import { connectApp, newApp, REDIRECT, type TestApp } from "./testing/connect-app";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
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

const register = (metadata: object) =>
  api.fetch("/api/auth/oauth2/register", {
    method: "POST",
    headers: { "content-type": "application/json", origin: "https://anywhere.example" },
    body: JSON.stringify(metadata),
  });
describe("registration", () => {
  it("takes native and web clients, and refuses addresses that a code must not go to", async () => {
    const good = [
      "http://localhost:3000/callback",
      "http://[::1]/x",
      "https://claude.ai/api/mcp/auth_callback",
      "cursor://anysphere.cursor-mcp/oauth/callback",
      "com.example.app:/oauth",
    ];
    for (const address of good) {
      const response = await register({ redirect_uris: [address] });
      expect(response.status, address).toBe(201);
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expect(await response.json()).toMatchObject({ client_secret: expect.any(String) });
    }
    const bad = [
      "http://example.com/callback",
      "javascript:alert(1)",
      "data:text/html,x",
      "https://user:pass@example.com/",
      "https://example.com/#x",
      "nothing",
    ];
    for (const address of bad) {
      const response = await register({ redirect_uris: [address] });
      expect(response.status, address).toBe(400);
      expect(await response.json()).toMatchObject({ error: "invalid_redirect_uri" });
    }
    expect((await register({ redirect_uris: [] })).status).toBe(400);
    expect((await register({ redirect_uris: good, client_name: "x".repeat(5_000) })).status).toBe(
      400,
    );
  });

  it("sends the answer to an installed app by the app's own scheme", async () => {
    const address = "cursor://anysphere.cursor-mcp/oauth/callback";
    const app = await connectApp(api, await api.signUp(), newApp("Cursor", address));
    expect((await callMcp(app.given?.access_token)).status).toBe(200);
  });

  it("accepts the secret of a confidential client, and no other", async () => {
    const app = newApp();
    app.clientMetadata.token_endpoint_auth_method = "client_secret_post";
    const person = await api.signUp();
    await connectApp(api, person, app);
    expect((await callMcp(app.given?.access_token)).status).toBe(200);
    const refresh = {
      grant_type: "refresh_token",
      client_id: idOf(app),
      refresh_token: app.given?.refresh_token ?? "",
    };
    expect((await post("token", refresh)).status).toBeGreaterThanOrEqual(400);
    const wrong = await post("token", { ...refresh, client_secret: "karlo_cs_wrong" });
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    const client_secret = app.client?.client_secret ?? "";
    expect((await post("token", { ...refresh, client_secret })).status).toBe(200);
  });

  it("is limited by address, and what nobody connects is removed", async () => {
    const strict = await createTestApi({ SIGN_UPS_PER_MINUTE: "3" });
    const send = () =>
      strict.fetch("/api/auth/oauth2/register", {
        method: "POST",
        body: JSON.stringify({ redirect_uris: [REDIRECT] }),
      });
    const statuses = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await send()).status);
    expect(statuses).toEqual([201, 201, 201, 429, 429]);
    const { db } = strict.app;
    await purgeApps(db, new Date(Date.now() + 2 * 86_400_000));
    expect(await db.oauthClient.count()).toBe(0);
    await strict.close();
  });
});

describe("a flood of registrations", () => {
  it("lets the oldest unused clients give way, never one that is connected or new", async () => {
    const flooded = await createTestApi();
    const { db } = flooded.app;
    const client = (clientId: string, minutes: number) =>
      db.oauthClient.create({
        data: {
          id: clientId,
          clientId,
          redirectUris: [REDIRECT],
          scopes: [],
          updatedAt: new Date(Date.now() - minutes * 60_000),
        },
      });
    for (const [n, minutes] of [90, 60, 30, 1].entries()) await client(`client${n}`, minutes);
    const { id: userId } = await flooded.signUp();
    const consent = { id: "consent", userId, clientId: "client0", scopes: [] };
    await db.oauthConsent.create({ data: consent as never });
    await makeRoom(db, 4);
    expect(await db.oauthClient.count()).toBe(4);
    await makeRoom(db, 3);
    const left = await db.oauthClient.findMany({ orderBy: { clientId: "asc" } });
    expect(left.map(({ clientId }) => clientId)).toEqual(["client0", "client3"]);
    await expect(makeRoom(db, 1)).rejects.toMatchObject({ code: "too_many_attempts", status: 429 });
    await flooded.close();
  });
});

describe("the addresses of discovery", () => {
  it("serve what clients of any habit look for, and JSON for the rest", async () => {
    for (const path of [
      "oauth-authorization-server",
      "oauth-authorization-server/api/auth",
      "oauth-protected-resource",
      "oauth-protected-resource/mcp",
    ]) {
      const response = await api.fetch(`/.well-known/${path}`);
      expect(response.status, path).toBe(200);
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
    }
    const missing = await api.fetch("/.well-known/openid-configuration");
    expect(missing.status).toBe(404);
    expect(missing.headers.get("content-type")).toMatch(/json/);
  });
});
