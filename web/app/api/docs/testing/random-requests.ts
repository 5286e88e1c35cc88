import fc from "fast-check";
import { exampleFile } from "#app/api/rest/archive";
import { TEST_PASSWORD, type TestPerson } from "#testing/test-app";

/** A JSON object, such as a schema. */
export type Json = Record<string, unknown>;
/** An operation of the OpenAPI document. */
export interface Documented {
  operationId: string;
  security?: unknown[];
  parameters: { name: string; in: string; schema: Json }[];
  requestBody?: { content: Record<string, { schema?: Json }> };
  responses: Record<string, { content?: Record<string, { schema?: Json }> }>;
}

/** A user of whom there is something for every operation. */
export interface DocumentedPerson extends TestPerson {
  refreshToken: string;
  files: string[];
  feeds: string[];
}

/** A schema, or the one that it names. */
function resolve(schema: Json, schemas: Json): Json {
  const name = typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) : undefined;
  return name ? (schemas[name] as Json) : schema;
}

// Texts with a meaning for some field, and random ones.
const texts = fc.oneof(
  fc.constantFrom(
    "1",
    "buy milk",
    "2026-12-01",
    "2026-12-01T09:00:00Z",
    "FREQ=WEEKLY",
    "Asia/Karachi",
    "*",
  ),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);

/** Valid bodies of operations that random input cannot make succeed; sent first. */
const VALID_BODIES: Record<string, (person: DocumentedPerson) => Json> = {
  importAccount: () => exampleFile,
  signUp: () => ({ name: "Amna", email: "fresh@example.com", password: TEST_PASSWORD }),
  logIn: ({ email }) => ({ email, password: TEST_PASSWORD }),
  refreshTokens: ({ refreshToken }) => ({ refresh_token: refreshToken }),
  chatKit: () => ({ type: "threads.list", params: {} }),
  submitTaskForm: () => ({ form: { intent: "add", title: "buy milk" } }),
  submitTaskFormOf: () => ({ form: { intent: "add", title: "buy milk" } }),
  subscribePush: () => ({
    endpoint: "https://fcm.googleapis.com/x",
    keys: { p256dh: "A".repeat(87), auth: "A".repeat(22) },
  }),
  ...{ skipTask: () => ({}), skipTaskOf: () => ({}) },
  batchTasks: () => ({ operations: [{ op: "create", task: { title: "milk" } }] }),
  batchTasksOf: () => ({ operations: [{ op: "complete", id: 1 }] }),
};

/** Valid queries, likewise. */
const VALID_QUERIES: Record<string, Json> = {
  ...{ removeTaskFile: {}, removeTaskFileOf: {} },
  ...{ listChanges: { changed_since: "*" }, listChangesOf: { changed_since: "*" } },
};

/** The required members and at most two optional ones: more would rarely be valid together. */
function members(schemas: Json, properties: Record<string, Json>, required: string[] = []) {
  const names = Object.keys(properties).filter((name) => name !== "user_id");
  const optional = names.filter((name) => !required.includes(name));
  return fc
    .subarray(optional, { maxLength: Math.min(2, optional.length) })
    .chain((some) =>
      fc.record(
        Object.fromEntries(
          [...required, ...some].map((name) => [name, inputs(schemas, properties[name] ?? {})]),
        ),
      ),
    );
}

/** Inputs that mostly match a schema. */
function inputs(schemas: Json, schema: Json): fc.Arbitrary<unknown> {
  const {
    type,
    enum: values,
    properties,
    required = [],
    items,
    ...rest
  } = resolve(schema, schemas);
  const anyOf = rest.anyOf ?? rest.oneOf;
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map((one) => inputs(schemas, one as Json)));
  if ("const" in rest) return fc.constant(rest.const);
  if (Array.isArray(type))
    return fc.oneof(...type.map((one) => inputs(schemas, { ...rest, type: one })));
  if (Array.isArray(values)) return fc.constantFrom(...values);
  switch (type) {
    case "object":
      return members(schemas, (properties ?? {}) as Record<string, Json>, required as string[]);
    case "array":
      return fc.array(inputs(schemas, items as Json), { maxLength: 2 });
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

/** Names of lists, labels and filters that a person has. */
const GROUPS: Record<string, [string, string]> = {
  lists: ["home", "work"],
  categories: ["home", "work"],
  labels: ["waiting", "later"],
  filters: ["urgent", "late"],
};

/** The names of what a path is about; undefined for tasks and others that have numbers. */
const groupsOf = (path: string) =>
  GROUPS[/\/(lists|categories|labels|filters)\//.exec(path)?.[1] ?? ""];

/** Random requests of an operation: path, query and body. */
export function requests(
  path: string,
  operation: Documented,
  { schemas, person }: { schemas: Json; person: DocumentedPerson },
) {
  const inPath: Record<string, fc.Arbitrary<unknown>> = {
    id: groupsOf(path)
      ? fc.constantFrom(...(groupsOf(path) ?? []))
      : fc.integer({ min: 1, max: 6 }),
    conversation_id: fc.integer({ min: 1, max: 4 }),
    run_id: fc.uuid(),
    feed_id: fc.constantFrom(...person.feeds),
    attachment_id: fc.oneof(fc.constantFrom(...person.files), fc.uuid()),
    user_id: fc.constant(person.id),
  };
  const query = operation.parameters.filter((parameter) => parameter.in === "query");
  const content = Object.entries(operation.requestBody?.content ?? {});
  return fc.record({
    path: fc
      .record(inPath)
      .map((values) => path.replace(/\{(\w+)\}/g, (_, name) => String(values[name]))),
    query: members(schemas, Object.fromEntries(query.map(({ name, schema }) => [name, schema]))),
    body: fc.oneof(
      ...content.map(([type, { schema }]) =>
        (FILES[type] && (type !== "application/json" || path.endsWith("/import"))
          ? FILES[type]
          : inputs(schemas, schema ?? {}).map((body) => JSON.stringify(body))
        ).map((body) => ({ type: type === FORM ? `${FORM}; boundary=x` : type, body })),
      ),
      ...(content.length === 0 ? [fc.constant(null)] : []),
    ),
  });
}

/** The valid request that is sent first, if there is one. */
export function validRequests(path: string, { operationId }: Documented, person: DocumentedPerson) {
  const [one = "1", other] = groupsOf(path) ?? [];
  const merge = /^merge/.test(operationId) && { into: other };
  const body = JSON.stringify(merge || VALID_BODIES[operationId]?.(person));
  const ids = { id: one, user_id: person.id, attachment_id: person.files[0] ?? "" };
  const first = Object.entries(ids).reduce(
    (text, [name, id]) => text.replace(`{${name}}`, id),
    path,
  );
  const query = VALID_QUERIES[operationId] ?? {};
  if (body) return [{ path: first, query, body: { type: "application/json", body } }];
  return query === VALID_QUERIES[operationId] ? [{ path: first, query, body: null }] : [];
}
