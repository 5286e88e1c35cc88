// A token does what its scopes allow, at every operation that the OpenAPI document names and every
// tool, however the path is spelled.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Scope, scopes } from "#app/accounts/apps/scopes";
import { createToken } from "#app/accounts/tokens/create-token.server";
import type { Documented } from "#app/api/docs/testing/random-requests";
import { createTestApi, TEST_PASSWORD, type TestApi, type TestPerson } from "#testing/test-app";

type Tagged = Documented & { tags: string[] };

let api: TestApi;
let amna: TestPerson;
let operations: { method: string; path: string; spec: Tagged }[];
const tokens = new Map<Scope, string>();

beforeAll(async () => {
  api = await createTestApi({ LOG_LEVEL: "silent", SIGN_IN_FAILURES_PER_ADDRESS: "100000" });
  amna = await api.signUp();
  await amna.call("POST", "/api/v1/tasks", { title: "milk" });
  await amna.call("POST", "/api/v1/chat", { message: "add bread" });
  const request = new Request("http://localhost:3000/", { headers: { cookie: amna.cookie } });
  for (const scope of scopes) {
    const wanted = { name: scope, scopes: [scope], days: 30, current: TEST_PASSWORD };
    tokens.set(scope, await createToken(api.app, request, amna.id, wanted));
  }
  const document = (await (await api.fetch("/api/openapi.json")).json()) as {
    paths: Record<string, Record<string, Tagged>>;
  };
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, spec]) => ({ path, method: method.toUpperCase(), spec })),
  );
});
afterAll(() => api.close());

const CHAT = ["Chat", "Attachments", "Conversations", "Runs", "ChatKit"];

/** What an operation takes of a token; null where no token is for it, "any" where each is. */
function neededScope(method: string, path: string, { tags: [tag = ""] }: Tagged) {
  if (tag === "Accounts") return method === "GET" && path.endsWith("/me") ? "any" : null;
  if (tag === "Feeds" || path.includes("/push")) return null;
  // A client secret is of a session.
  if (/\/chatkit\/(session|refresh)$/.test(path)) return null;
  if (CHAT.includes(tag)) return "chat";
  return method === "GET" ? "tasks:read" : "tasks:write";
}

const isAllowed = (scope: Scope, needed: ReturnType<typeof neededScope>) =>
  needed === "any" ||
  needed === scope ||
  (needed === "tasks:read" && (scope as string) === "tasks:write");

const hex = (character: string) => `%${character.charCodeAt(0).toString(16)}`;

/** A path of the API, and what somebody may take for the same one. */
function* spellings(address: string): Generator<string> {
  yield address;
  const [prefix = ""] = /^\/(api\/)?/.exec(address) ?? [];
  for (const path of respelled(address.slice(prefix.length))) yield prefix + path;
}

function* respelled(path: string): Generator<string> {
  for (const [at, character] of [...path].entries())
    if (/[a-z]/.test(character)) yield path.slice(0, at) + hex(character) + path.slice(at + 1);
  yield path.replace(/[a-z]/g, hex);
  yield path.replace(/[a-z]/g, (character) => hex(character).toUpperCase());
  yield path.replace(/[a-z]/g, (character) => hex(character).replace("%", "%25"));
  yield `${path}/`;
  yield path.replace(/\/(?=[^/]+$)/, "//");
  yield path.replace(/\/(?=[^/]+$)/, "/%2e/");
  yield path.replace(/\/(?=[^/]+$)/, "/x/../");
  yield path.replace(/\/(?=[^/]+$)/, "%2f");
  yield `${path};x=1`;
  yield path.toUpperCase();
}

const PARAMETERS: Record<string, () => string> = {
  user_id: () => amna.id,
  run_id: () => "00000000-0000-4000-8000-000000000000",
  attachment_id: () => "00000000-0000-4000-8000-000000000000",
};
const fill = (path: string) => path.replace(/\{(\w+)\}/g, (_, name) => PARAMETERS[name]?.() ?? "1");

const call = (scope: Scope, method: string, path: string) =>
  api.fetch(path, {
    method,
    headers: {
      authorization: `Bearer ${tokens.get(scope)}`,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
    },
    body: method === "GET" || method === "DELETE" ? undefined : "{}",
  });

describe("a token of one scope", () => {
  it("is refused by every operation that its scope is not for, however it is spelled", {
    timeout: 120_000,
  }, async () => {
    const secured = operations.filter(({ spec }) => spec.security?.length !== 0);
    expect(secured.length).toBeGreaterThan(60);
    const beyond: string[] = [];
    for (const { method, path, spec } of secured) {
      for (const scope of scopes) {
        if (isAllowed(scope, neededScope(method, path, spec))) continue;
        for (const address of spellings(fill(path))) {
          const { status } = await call(scope, method, address);
          if (![401, 403, 404, 405].includes(status))
            beyond.push(`${scope} ${method} ${address} ${status}`);
        }
        const plain = await call(scope, method, fill(path));
        const { code } = (await plain.json()) as { code: string };
        if (!/^(insufficient_scope|unauthorized)$/.test(code))
          beyond.push(`${scope} ${method} ${path} ${code}`);
      }
    }
    expect(beyond).toEqual([]);
    expect(await api.app.db.task.count({ where: { userId: amna.id } })).toBe(2);
  });

  it("is let in by those that it is for", { timeout: 60_000 }, async () => {
    const refused: string[] = [];
    for (const { method, path, spec } of operations) {
      for (const scope of scopes) {
        if (!isAllowed(scope, neededScope(method, path, spec)) || path.endsWith("/events"))
          continue;
        const { status } = await call(scope, method, fill(path));
        if (status === 401 || status === 403) refused.push(`${scope} ${method} ${path} ${status}`);
      }
    }
    expect(refused).toEqual([]);
  });

  it("is refused by every tool that its scope is not for", async () => {
    const tools = async (scope: Scope, method: string, params: object = {}) => {
      const response = await api.fetch("/mcp", {
        method: "POST",
        headers: {
          authorization: `Bearer ${tokens.get(scope)}`,
          "content-type": "application/json",
          accept: "application/json, text/event-stream",
        },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
      });
      return { status: response.status, text: await response.text() };
    };
    const { text } = await tools("tasks:write", "tools/list");
    const listed = JSON.parse(/\{.*\}/s.exec(text)?.[0] ?? "{}") as {
      result: { tools: { name: string; annotations?: { readOnlyHint?: boolean } }[] };
    };
    const before = await api.app.db.taskChange.count();
    const beyond: string[] = [];
    for (const { name, annotations } of listed.result.tools) {
      const params = {
        name,
        arguments: { id: 1, ids: [1], title: "x", filter: { status: "all" } },
      };
      for (const scope of scopes) {
        if (scope === "tasks:write" || (scope === "tasks:read" && annotations?.readOnlyHint))
          continue;
        const answer = await tools(scope, "tools/call", params);
        if (answer.status !== 403) beyond.push(`${scope} ${name} ${answer.status} ${answer.text}`);
      }
    }
    expect(beyond).toEqual([]);
    expect(listed.result.tools.length).toBeGreaterThan(10);
    expect(await api.app.db.taskChange.count()).toBe(before);
  });
});
