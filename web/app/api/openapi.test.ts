import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  createTestApi,
  TEST_PASSWORD,
  type TestApi,
  type TestPerson,
} from "#app/platform/testing/test-app";

type Json = Record<string, unknown>;
interface Documented {
  operationId: string;
  security?: unknown[];
  parameters: { name: string; in: string; schema: Json }[];
  requestBody?: { content: Record<string, { schema?: Json }> };
  responses: Record<string, { content?: Record<string, { schema?: Json }> }>;
}

let api: TestApi;
let amna: TestPerson & { refreshToken: string; files: string[] };
let document: { paths: Record<string, Record<string, Documented>>; components: { schemas: Json } };

beforeAll(async () => {
  api = await createTestApi();
  amna = await withTasks();
  document = (await (await api.fetch("/api/openapi.json")).json()) as typeof document;
});
afterAll(() => api.close());

/** A schema of the document that stands by itself. */
function whole(schema: Json): Json {
  const text = JSON.stringify({ ...schema, $defs: document.components.schemas });
  return JSON.parse(text.replaceAll('"#/components/schemas/', '"#/$defs/'));
}

function resolve(schema: Json): Json {
  const name = typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) : undefined;
  return name ? (document.components.schemas[name] as Json) : schema;
}

// Texts that some field takes for what it means, among those that none does.
const texts = fc.oneof(
  fc.constantFrom(
    "1",
    "buy milk",
    "2026-12-01",
    "2026-12-01T09:00:00Z",
    "FREQ=WEEKLY",
    "Asia/Karachi",
  ),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);

/** Bodies that work where any would not: they are sent first. */
const RIGHT: Record<string, () => Json> = {
  signUp: () => ({ name: "Amna", email: "fresh@example.com", password: TEST_PASSWORD }),
  logIn: () => ({ email: amna.email, password: TEST_PASSWORD }),
  refreshTokens: () => ({ refresh_token: amna.refreshToken }),
  chatKit: () => ({ type: "threads.list", params: {} }),
};

/** What anybody may call. */
const OPEN = ["signUp", "logIn", "refreshTokens", "chatKitHealth"];

/** What is required, and a little of what is not: all at once would seldom be taken. */
function members(properties: Record<string, Json>, required: string[] = []) {
  const names = Object.keys(properties).filter((name) => name !== "user_id");
  const optional = names.filter((name) => !required.includes(name));
  return fc
    .subarray(optional, { maxLength: Math.min(2, optional.length) })
    .chain((some) =>
      fc.record(
        Object.fromEntries(
          [...required, ...some].map((name) => [name, inputs(properties[name] ?? {})]),
        ),
      ),
    );
}

/** Inputs of a schema; now and then of none. */
function inputs(schema: Json): fc.Arbitrary<unknown> {
  const { type, enum: values, properties, required = [], items, ...rest } = resolve(schema);
  const anyOf = rest.anyOf ?? rest.oneOf;
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map((one) => inputs(one as Json)));
  if ("const" in rest) return fc.constant(rest.const);
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => inputs({ ...rest, type: one })));
  if (Array.isArray(values)) return fc.constantFrom(...values);
  switch (type) {
    case "object":
      return members((properties ?? {}) as Record<string, Json>, required as string[]);
    case "array":
      return fc.array(inputs(items as Json), { maxLength: 2 });
    case "integer":
    case "number":
      return fc.integer({
        min: Number(rest.minimum ?? 0),
        max: Math.min(Number(rest.maximum ?? 9), 9),
      });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "string":
      return texts;
    default:
      return fc.constantFrom("x", 1, null);
  }
}

const FORM = "multipart/form-data";

const FILES: Record<string, fc.Arbitrary<string>> = {
  "application/json": fc.constantFrom('{"tasks": [{"title": "a"}]}', '{"tasks": [{}]}', "{"),
  "text/csv": fc.constantFrom("title\na\n", "title,priority\na,urgent\n", 'a\n"b'),
  [FORM]: fc.constantFrom(
    `--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nmilk\r\n--x--\r\n`,
    `--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n\0\r\n--x--\r\n`,
    "--x",
  ),
  "text/calendar": fc.constantFrom("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "no"),
};

/** A request of an operation: its address, query, body. */
function requests(path: string, operation: Documented) {
  const inPath: Record<string, fc.Arbitrary<unknown>> = {
    id: fc.integer({ min: 1, max: 6 }),
    conversation_id: fc.integer({ min: 1, max: 4 }),
    run_id: fc.uuid(),
    attachment_id: fc.oneof(fc.constantFrom(...amna.files), fc.uuid()),
    user_id: fc.constant(amna.id),
  };
  const query = operation.parameters.filter((parameter) => parameter.in === "query");
  const content = Object.entries(operation.requestBody?.content ?? {});
  return fc.record({
    path: fc
      .record(inPath)
      .map((values) => path.replace(/\{(\w+)\}/g, (_, name) => String(values[name]))),
    query: members(Object.fromEntries(query.map(({ name, schema }) => [name, schema]))),
    body: fc.oneof(
      ...content.map(([type, { schema }]) =>
        (schema ? inputs(schema).map((body) => JSON.stringify(body)) : (FILES[type] ?? texts)).map(
          (body) => ({ type: type === FORM ? `${FORM}; boundary=x` : type, body }),
        ),
      ),
      ...(content.length === 0 ? [fc.constant(null)] : []),
    ),
  });
}

/** What is sent to an operation before anything random. */
function first(path: string, { operationId }: Documented) {
  const body = JSON.stringify(RIGHT[operationId]?.());
  return body ? [{ path, query: {}, body: { type: "application/json", body } }] : [];
}

/** Somebody with three tasks and three more in the trash, three conversations and two files. */
async function withTasks(): Promise<typeof amna> {
  const person = await api.signUp();
  const { email } = person;
  const login = await person.call("POST", "/api/v1/auth/login", { email, password: TEST_PASSWORD });
  const { refresh_token: refreshToken } = (await login.json()) as { refresh_token: string };
  for (let id = 1; id <= 6; id += 1) {
    await person.call("POST", "/api/v1/tasks", { title: `task ${id}` });
    if (id > 3) await person.call("DELETE", `/api/v1/tasks/${id}`);
  }
  await api.karlo.db.conversation.createMany({
    data: [1, 2, 3].map((number) => ({ userId: person.id, number })),
  });
  await api.karlo.db.user.update({
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
  return { ...person, refreshToken, files };
}

async function check(operation: Documented, response: Response, sent: string): Promise<void> {
  const documented = operation.responses[response.status];
  expect(documented, `${sent}: ${response.status} is documented`).toBeDefined();
  const type = response.headers.get("content-type")?.split(";")[0] ?? "";
  if (!documented?.content) return expect(await response.text(), sent).toBe("");
  expect(Object.keys(documented.content), sent).toContain(type);
  const schema = documented.content[type]?.schema;
  if (!schema) return void (await response.text());
  const parsed = z.fromJSONSchema(whole(schema) as never).safeParse(await response.json());
  expect(parsed.error?.issues ?? [], sent).toEqual([]);
}

describe("the OpenAPI document", () => {
  it("names each operation once, and every reference leads somewhere", () => {
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

  it("says of every operation what it answers to any input", async () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const statuses = new Set<number>();
        amna = await withTasks();
        await fc.assert(
          fc.asyncProperty(requests(path, operation), async (request) => {
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
            await check(operation, response, sent);
          }),
          {
            numRuns: 20,
            examples: first(path, operation).map((one): [typeof one] => [one]),
          },
        );
        expect(operation.security !== undefined).toBe(OPEN.includes(operation.operationId));
        const strange = await api.fetch(path.replace(/\{\w+\}/g, "1"), {
          method: method.toUpperCase(),
        });
        const refusal = operation.security ? (operation.requestBody ? 415 : 200) : 401;
        expect(strange.status, `${method} ${path} without a token`).toBe(refusal);
        await check(operation, strange, path);
        // A random run is nobody's: runs that are there have a test of their own.
        if (!path.includes("{run_id}")) {
          expect(Math.min(...statuses), `${method} ${path} has worked`).toBeLessThan(300);
        }
      }
    }
  }, 120_000);

  it("says what runs that are there answer", async () => {
    const say = async (message: string, headers = {}) =>
      amna.call("POST", "/api/v1/chat", { message }, headers);
    const at = (path: string, method: string) => document.paths[path]?.[method] as Documented;
    const waiting = await say("delete all my tasks");
    const run = (await waiting.clone().json()) as { run_id: string; approvals: { id: string }[] };
    await check(at("/api/v1/chat", "post"), waiting, "chat");
    const base = `/api/v1/runs/${run.run_id}`;
    await check(at("/api/v1/runs/{run_id}", "get"), await amna.call("GET", base), "run");
    const reject = run.approvals.map(({ id }) => id);
    expect(reject.length).toBeGreaterThan(0);
    const answered = await amna.call("POST", `${base}/approvals`, { approve: [], reject });
    expect(answered.status).toBe(200);
    await check(at("/api/v1/runs/{run_id}/approvals", "post"), answered, "approvals");
    const again = await amna.call("POST", `${base}/approvals`, { approve: [], reject });
    expect(again.status).toBe(409);
    await check(at("/api/v1/runs/{run_id}/approvals", "post"), again, "approvals again");
    const begun = await say("add one", { prefer: "respond-async" });
    expect(begun.status).toBe(202);
    await check(at("/api/v1/chat", "post"), begun, "chat, not waited for");
    const stopped = await amna.call("POST", `${base}/stop`);
    await check(at("/api/v1/runs/{run_id}/stop", "post"), stopped, "stop");
    const events = await amna.call("GET", `${base}/events`);
    await check(at("/api/v1/runs/{run_id}/events", "get"), events, "events");
  });
});

describe("the pages about the API", () => {
  it("come whole from this server, without an inline script or style", async () => {
    for (const path of ["/docs", "/redoc"]) {
      const response = await api.fetch(path);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-security-policy")).toContain("script-src 'self'");
      const page = await response.text();
      expect(page).not.toMatch(
        /<script(?![^>]* src=)|<style|\son\w+=|style=|https?:\/\/(?!localhost)/,
      );
    }
    const reading = await (await api.fetch("/redoc")).text();
    for (const methods of Object.values(document.paths)) {
      for (const { operationId } of Object.values(methods)) {
        if (!operationId.endsWith("Of")) expect(reading).toContain(`id="${operationId}"`);
      }
    }
    expect(await (await api.fetch("/docs/start.js")).text()).toContain("/api/openapi.json");
  });
});
