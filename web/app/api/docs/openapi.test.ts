import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createTestApi, TEST_PASSWORD, type TestApi } from "#testing/test-app";
import {
  type Documented,
  type DocumentedPerson,
  type Json,
  requests,
  validRequests,
} from "./testing/random-requests";

let api: TestApi;
let amna: DocumentedPerson;
let document: { paths: Record<string, Record<string, Documented>>; components: { schemas: Json } };

beforeAll(async () => {
  api = await createTestApi();
  amna = await createUserWithData();
  document = (await (await api.fetch("/api/openapi.json")).json()) as typeof document;
});
afterAll(() => api.close());

const validators = new Map<Json, z.ZodType>();

/** Validates by a schema of the document, with the schemas that it references; each is made once. */
function validatorOf(schema: Json): z.ZodType {
  const known = validators.get(schema);
  if (known) return known;
  const text = JSON.stringify({ ...schema, $defs: document.components.schemas });
  const whole = JSON.parse(text.replaceAll('"#/components/schemas/', '"#/$defs/'));
  const validator = z.fromJSONSchema(whole);
  validators.set(schema, validator);
  return validator;
}

/** The public operations. */
const PUBLIC = /^(signUp|logIn|completeLogIn|refreshTokens|chatKitHealth|actOnNotification)$/;

/** A user with three recurring tasks, three more in the trash, three conversations and two files. */
async function createUserWithData(): Promise<DocumentedPerson> {
  const person = await api.signUp();
  const { email } = person;
  const login = await person.call("POST", "/api/v1/auth/login", { email, password: TEST_PASSWORD });
  const { refresh_token: refreshToken } = (await login.json()) as { refresh_token: string };
  for (let id = 1; id <= 6; id += 1) {
    const names = { category: "home", labels: ["waiting"] };
    const task = { title: `task ${id}`, recurrence: "FREQ=DAILY", ...(id === 1 && names) };
    await person.call("POST", "/api/v1/tasks", task);
    if (id > 3) await person.call("DELETE", `/api/v1/tasks/${id}`);
  }
  await api.app.db.conversation.createMany({
    data: [1, 2, 3].map((number) => ({ userId: person.id, number })),
  });
  await api.app.db.user.update({
    where: { id: person.id },
    data: { lastConversationNumber: 3 },
  });
  const files: string[] = [];
  for (const content of ["milk", "bread"]) {
    const form = new FormData();
    form.set("file", new File([content], "list.txt"));
    const headers = { authorization: `Bearer ${person.token}` };
    const made = await api.fetch("/api/v1/attachments", { method: "POST", headers, body: form });
    files.push(((await made.json()) as { id: string }).id);
  }
  for (const [many, name] of [
    ["lists", "work"],
    ["labels", "later"],
    ["filters", "urgent"],
    ["filters", "late"],
  ])
    await person.call("POST", `/api/v1/${many}`, { name });
  // One is on a task, the other was sent nowhere.
  await person.call("PUT", `/api/v1/tasks/1/attachments/${files[0]}`);
  const feeds: string[] = [];
  for (const kind of ["events", "tasks"]) {
    const made = await person.call("POST", "/api/v1/feeds", { kind });
    feeds.push(((await made.json()) as { id: string }).id);
  }
  return { ...person, refreshToken, files, feeds };
}

async function expectDocumented(
  operation: Documented,
  response: Response,
  sent: string,
): Promise<void> {
  const documented = operation.responses[response.status];
  expect(documented, `${sent}: ${response.status} is documented`).toBeDefined();
  const type = response.headers.get("content-type")?.split(";")[0] ?? "";
  if (!documented?.content) return expect(await response.text(), sent).toBe("");
  expect(Object.keys(documented.content), sent).toContain(type);
  const schema = documented.content[type]?.schema;
  // A stream of events does not end.
  if (type === "text/event-stream") return response.body?.cancel();
  if (!schema || !type.endsWith("json")) return void (await response.arrayBuffer());
  const parsed = validatorOf(schema).safeParse(await response.json());
  expect(parsed.error?.issues ?? [], sent).toEqual([]);
}

describe("the OpenAPI document", () => {
  it("has unique operation ids and no dangling references", () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("listTasksOf");
    const text = JSON.stringify(document);
    for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(document.components.schemas).toHaveProperty(name);
    }
    expect(text).not.toContain("$defs");
  });

  it("documents every response of every operation to random input", async () => {
    let changed = false;
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const statuses = new Set<number>();
        // What an operation before has changed or deleted is there again.
        if (changed) amna = await createUserWithData();
        changed = method !== "get";
        await fc.assert(
          fc.asyncProperty(
            requests(path, operation, { schemas: document.components.schemas, person: amna }),
            async (request) => {
              const query = new URLSearchParams(
                Object.entries(request.query).map(([name, value]) => [name, String(value)]),
              );
              const response = await api.fetch(`${request.path}?${query}`, {
                method: method.toUpperCase(),
                headers: {
                  authorization: `Bearer ${amna.token}`,
                  ...(request.body && { "content-type": request.body.type }),
                },
                body: request.body?.body,
              });
              statuses.add(response.status);
              const sent = `${method} ${request.path}?${query} ${request.body?.body ?? ""}`;
              await expectDocumented(operation, response, sent);
            },
          ),
          {
            numRuns: 20,
            examples: validRequests(path, operation, amna).map((one): [typeof one] => [one]),
          },
        );
        expect(operation.security !== undefined).toBe(PUBLIC.test(operation.operationId));
        const anonymous = await api.fetch(path.replace(/\{\w+\}/g, "1"), {
          method: method.toUpperCase(),
        });
        const expected = operation.security ? (operation.requestBody ? 415 : 200) : 401;
        expect(anonymous.status, `${method} ${path} without a token`).toBe(expected);
        await expectDocumented(operation, anonymous, path);
        // Random run ids, tickets and tokens do not exist: these have tests of their own.
        if (!/{run_id}|completeLogIn|actOnNotification/.test(path + operation.operationId)) {
          expect(Math.min(...statuses), `${method} ${path} has worked`).toBeLessThan(300);
        }
      }
    }
  });

  it("documents the responses of run operations", async () => {
    const say = async (message: string, headers = {}) =>
      amna.call("POST", "/api/v1/chat", { message }, headers);
    const at = (path: string, method: string) => document.paths[path]?.[method] as Documented;
    const waiting = await say("delete all my tasks");
    const run = (await waiting.clone().json()) as { run_id: string; approvals: { id: string }[] };
    await expectDocumented(at("/api/v1/chat", "post"), waiting, "chat");
    const base = `/api/v1/runs/${run.run_id}`;
    await expectDocumented(at("/api/v1/runs/{run_id}", "get"), await amna.call("GET", base), "run");
    const reject = run.approvals.map(({ id }) => id);
    expect(reject.length).toBeGreaterThan(0);
    const answered = await amna.call("POST", `${base}/approvals`, { approve: [], reject });
    expect(answered.status).toBe(200);
    await expectDocumented(at("/api/v1/runs/{run_id}/approvals", "post"), answered, "approvals");
    const again = await amna.call("POST", `${base}/approvals`, { approve: [], reject });
    expect(again.status).toBe(409);
    await expectDocumented(at("/api/v1/runs/{run_id}/approvals", "post"), again, "approvals again");
    const started = await say("add one", { prefer: "respond-async" });
    expect(started.status).toBe(202);
    await expectDocumented(at("/api/v1/chat", "post"), started, "async chat");
    const stopped = await amna.call("POST", `${base}/stop`);
    await expectDocumented(at("/api/v1/runs/{run_id}/stop", "post"), stopped, "stop");
    const events = await amna.call("GET", `${base}/events`);
    await expectDocumented(at("/api/v1/runs/{run_id}/events", "get"), events, "events");
  });
});

describe("the pages of the API documentation", () => {
  it("load everything from this server, without inline scripts or styles", async () => {
    for (const path of ["/docs", "/redoc"]) {
      const response = await api.fetch(path);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-security-policy")).toContain("script-src 'self'");
      const page = await response.text();
      expect(page).not.toMatch(
        /<script(?![^>]* src=)|<style|\son\w+=|style=|https?:\/\/(?!localhost)/,
      );
    }
    const reference = await (await api.fetch("/redoc")).text();
    for (const methods of Object.values(document.paths)) {
      for (const { operationId } of Object.values(methods)) {
        if (!operationId.endsWith("Of")) expect(reference).toContain(`id="${operationId}"`);
      }
    }
    expect(await (await api.fetch("/docs/start.js")).text()).toContain("/api/openapi.json");
  });
});
