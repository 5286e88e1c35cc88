// Whatever value any parameter or member of a body has, of any operation that the OpenAPI document
// names: no error of ours (5xx), and a refusal is a problem document that names the field.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Documented, Json } from "#app/api/docs/testing/random-requests";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { NASTY_TEXTS, NASTY_VALUES, placesOf, putAt, sampleOf } from "./testing/nasty-values";

const MANY = "1000000";

let api: TestApi;
let amna: TestPerson;
let document: {
  paths: Record<string, Record<string, Documented>>;
  components: { schemas: Record<string, Json> };
};

beforeAll(async () => {
  api = await createTestApi({
    LOG_LEVEL: "silent",
    REQUESTS_PER_MINUTE: MANY,
    MESSAGES_PER_MINUTE: MANY,
    SIGN_UPS_PER_MINUTE: MANY,
    SIGN_IN_FAILURES_PER_ADDRESS: MANY,
    SIGN_IN_FAILURES_PER_ACCOUNT: MANY,
    IMPORTS_PER_HOUR: MANY,
    RUNS_AT_ONCE: MANY,
  });
  amna = await signUpWithData();
  document = (await (await api.fetch("/api/openapi.json")).json()) as typeof document;
});
afterAll(() => api.close());

async function signUpWithData(): Promise<TestPerson> {
  const person = await api.signUp();
  for (const title of ["milk", "bread"]) await person.call("POST", "/api/v1/tasks", { title });
  return person;
}

/** What the parameters of a path are, but for the one that is nasty. */
const PATH_VALUES: Record<string, () => string> = {
  id: () => "1",
  conversation_id: () => "1",
  run_id: () => "00000000-0000-4000-8000-000000000000",
  attachment_id: () => "00000000-0000-4000-8000-000000000000",
  user_id: () => amna.id,
};

const fill = (path: string, name?: string, text = "") =>
  path.replace(/\{(\w+)\}/g, (_, one: string) =>
    one === name ? text : (PATH_VALUES[one]?.() ?? "1"),
  );

/** Values for which the body is refused as a whole, before anything looks at its members. */
const TOO_MUCH = /a long list|what is nested/;

interface Sent {
  what: string;
  path: string;
  json?: string;
}

function* requestsOf(path: string, operation: Documented): Generator<Sent> {
  for (const { name, in: where } of operation.parameters) {
    for (const [what, text] of NASTY_TEXTS) {
      if (where === "path") yield { what: `{${name}} ${what}`, path: fill(path, name, text) };
      if (where === "query")
        yield { what: `?${name} ${what}`, path: `${fill(path)}?${name}=${text}` };
    }
  }
  const schema = operation.requestBody?.content["application/json"]?.schema;
  if (!schema) return;
  const { schemas } = document.components;
  const fit = sampleOf(schema, schemas);
  for (const place of placesOf(schema, schemas)) {
    for (const [what, value] of NASTY_VALUES) {
      const json = JSON.stringify(putAt(fit, place, value));
      yield { what: `${place.join(".") || "the body"}: ${what}`, path: fill(path), json };
    }
  }
}

/** What is wrong with an answer; undefined when nothing is. */
async function faultOf(what: string, response: Response): Promise<string | undefined> {
  const { status } = response;
  if (status < 400) return void (await response.body?.cancel());
  const text = await response.text();
  if (status >= 500) return `${status} ${text.slice(0, 200)}`;
  const type = response.headers.get("content-type") ?? "";
  if (!type.includes("application/problem+json")) return `${status} is ${type || "nothing"}`;
  const { code, detail, field } = JSON.parse(text) as Json;
  if (typeof code !== "string" || typeof detail !== "string") return `${status} says nothing`;
  // Words of the schema library, and a sentence whose subject is missing.
  if (/Invalid input|Invalid option|^ /.test(detail)) return `${status} says "${detail}"`;
  const whole = what.startsWith("the body") || TOO_MUCH.test(what);
  return code === "invalid_input" && !whole && typeof field !== "string"
    ? `${status} names no field: ${text.slice(0, 200)}`
    : undefined;
}

describe("every operation, with nasty values at every place", () => {
  it("refuses them by a problem document that names the field", async () => {
    const faults: string[] = [];
    let sent = 0;
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        // The same handlers stand under the user's id: there, the id alone is tried.
        const underUser = path.startsWith("/api/{user_id}/");
        for (const { what, path: at, json } of requestsOf(path, operation)) {
          if (underUser && !what.startsWith("{user_id}")) continue;
          const response = await api.fetch(at, {
            method: method.toUpperCase(),
            headers: {
              authorization: `Bearer ${amna.token}`,
              ...(json !== undefined && { "content-type": "application/json" }),
            },
            body: json,
          });
          sent += 1;
          if (response.status === 401 && operation.security === undefined)
            amna = await signUpWithData();
          const fault = await faultOf(what, response);
          if (fault) faults.push(`${operation.operationId} ${what}: ${fault}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThan(1_000);
  });
});
