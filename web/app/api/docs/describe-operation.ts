import { z } from "zod";
import type { Operation } from "#app/api/rest/operation";
import { COMPONENT, documented } from "#app/platform/documented";

/** A JSON object, such as a schema. */
export type Json = Record<string, unknown>;

// biome-ignore lint/suspicious/noExplicitAny: the input types of the handlers are irrelevant here.
export type AnyOperation = Operation<any, any>;

const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().describe("Stable identifier of the error."),
    detail: z.string().describe("Message in the language of Accept-Language."),
    field: z.string().optional(),
    request_id: z.string().optional().describe("The X-Request-Id, to quote to an operator."),
    expected: z.string().optional(),
    received: z.string().optional(),
  })
  .meta({ id: "Problem" });

const PROBLEMS: Record<number, string> = {
  400: "The body is not valid JSON.",
  401: "The token or session is missing or invalid.",
  404: "Not found, or not yours.",
  409: "It was changed or answered in the meantime.",
  410: "It has expired, or is gone.",
  412: "`If-Match` does not match: it was changed in the meantime.",
  413: "The body is too large.",
  415: "The media type of the body is not supported.",
  422: "A value is invalid; `field` names it.",
  431: "The address with its query, or the headers, are too long.",
  503: "Too busy, or the database cannot be reached; `Retry-After` has the seconds to wait.",
  501: "Part of the protocol that Karlo does not support.",
  429: "Rate limit exceeded; `Retry-After` has the seconds to wait.",
};

const NUMBER = { type: "integer", minimum: 1, maximum: 2 ** 31 - 1 };
const PARAMETERS: Record<string, Pick<Parameter, "schema" | "description">> = {
  id: { schema: NUMBER, description: "Number of the task, unique per user." },
  conversation_id: { schema: NUMBER, description: "Number of the conversation, unique per user." },
  attachment_id: { schema: { type: "string", format: "uuid" } },
  feed_id: { schema: { type: "string", format: "uuid" } },
  run_id: { schema: { type: "string", format: "uuid" } },
  user_id: { schema: { type: "string" }, description: "Your own id; 404 for others." },
};

/** A parameter of a documented operation. */
interface Parameter {
  name: string;
  in: string;
  schema: Json;
  example?: unknown;
  required?: boolean;
  description?: string;
}

type Content = Record<
  string,
  { schema?: Json; example?: unknown; encoding?: Record<string, { contentType: string }> }
>;

/** An operation as the OpenAPI document has it. */
export interface DocumentedOperation {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  security?: [];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { description: string; headers?: Json; content?: Content }>;
}

type ToSchema = (of: z.ZodType, io: "input" | "output") => Json;

/** Describes an operation at a path. */
export function describe(
  operation: AnyOperation,
  operationId: string,
  path: string,
  schema: ToSchema,
): DocumentedOperation {
  const { tag, summary, description, problems = [], isPublic } = operation;
  const responses: DocumentedOperation["responses"] = {};
  for (const [status, response] of Object.entries(operation.responses)) {
    const content = {
      ...(response.schema && { "application/json": { schema: schema(response.schema, "output") } }),
      ...Object.fromEntries(
        (response.mediaTypes ?? []).map((type) => [
          type,
          { schema: contentOf(type), ...exampleOf(response.examples, type) },
        ]),
      ),
    };
    const hasContent = Object.keys(content).length > 0;
    const headers = responseHeaders(operation, response, hasContent);
    const hasHeaders = Object.keys(headers).length > 0;
    responses[status] = {
      description: response.description,
      ...(hasHeaders && { headers }),
      ...(hasContent && { content }),
    };
  }
  if (operation.tagged)
    responses[304] = { description: "It is as `If-None-Match` has it.", headers: { ETag } };
  const conditions = operation.conditional ? [412] : [];
  const always = isPublic ? [503] : [401, 403, 404, 429, 503];
  // The server closes the connection before the application sees the request.
  if (operation.query) responses[431] = { description: PROBLEMS[431] ?? "" };
  for (const status of new Set([...always, ...conditions, ...problems])) {
    const content = { "application/problem+json": { schema: schema(problem, "output") } };
    const text = PROBLEMS[status] ?? "A cross-site request with a cookie.";
    responses[status] = { description: text, content };
  }
  const body = requestBody(operation, schema);
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(isPublic && { security: [] as [] }),
    parameters: parameters(operation, path, schema),
    ...(body && { requestBody: { required: !operation.optionalBody, content: body } }),
    responses,
  };
}

const TAGS = { type: "string" };

/** The headers that operations heed. */
const HEADERS = {
  idempotent: {
    name: "Idempotency-Key",
    in: "header",
    schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[!-~]([ -~]*[!-~])?$" },
    example: "5f0c7c1e-6d0f-4f0e-9d6f-8f6f3b0e7a11",
    description:
      "A text of your choice, new for each request: sent again, it gets the first answer.",
  },
  tagged: {
    name: "If-None-Match",
    in: "header",
    schema: TAGS,
    description: "The `ETag` that you have: 304 while it lasts.",
  },
  conditional: {
    name: "If-Match",
    in: "header",
    schema: TAGS,
    description: "The `ETag` that you have seen: 412 if it is another by now.",
  },
} satisfies Record<string, Parameter>;

/** The headers that an operation heeds. */
const headersOf = (operation: AnyOperation): Parameter[] =>
  (Object.keys(HEADERS) as (keyof typeof HEADERS)[])
    .filter((heeded) => operation[heeded])
    .map((heeded) => HEADERS[heeded]);

const exampleOf = (examples: Json | undefined, type: string) =>
  examples?.[type] === undefined ? {} : { example: examples[type] };

const TEXT = { type: "string" };
const BINARY = { type: "string", format: "binary" };
const ETag = { schema: TEXT, description: "Names this state; for `If-Match` and `If-None-Match`." };

function responseHeaders(
  { tagged, conditional }: AnyOperation,
  { located, tagged: made }: { located?: boolean; tagged?: boolean },
  hasContent: boolean,
): Json {
  const Location = { schema: TEXT, description: "Its address, relative to this server." };
  const tags = hasContent && (tagged || conditional || made);
  return { ...(tags && { ETag }), ...(located && { Location }) };
}

/** The schema of a text or of bytes. */
function contentOf(type: string): Json {
  if (type === "multipart/form-data")
    return { type: "object", required: ["file"], properties: { file: BINARY } };
  return type.startsWith("text/") ? TEXT : BINARY;
}

function requestBody(
  { body, bodyTypes, bodyJson, bodyExamples, fileTypes }: AnyOperation,
  schema: ToSchema,
): Content | undefined {
  if (bodyTypes)
    return Object.fromEntries(
      bodyTypes.map((type) => {
        const isJson = type === "application/json" && bodyJson;
        const content = {
          schema: isJson ? schema(bodyJson, "input") : contentOf(type),
          ...exampleOf(bodyExamples, type),
          ...(fileTypes && { encoding: { file: { contentType: fileTypes.join(", ") } } }),
        };
        return [type, content];
      }),
    );
  if (!body) return undefined;
  // A PATCH takes a merge patch as well: two types of one schema are more than generators can take.
  return { "application/json": { schema: schema(body, "input") } };
}

function parameters(operation: AnyOperation, path: string, schema: ToSchema): Parameter[] {
  const { query, hidden = [], params } = operation;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    ...(params?.[name] ?? PARAMETERS[name] ?? { schema: {} }),
  }));
  const read = (query ? schema(query, "input") : {}) as { properties?: Json; required?: string[] };
  const { properties = {}, required = [] } = read;
  const shown = Object.entries(properties).filter(([name]) => !hidden.includes(name));
  const inQuery = shown.map(([name, value]) => {
    const { description, ...rest } = value as Json & { description?: string };
    return {
      name,
      in: "query",
      ...(required.includes(name) && { required: true }),
      schema: rest,
      ...(description ? { description } : {}),
    };
  });
  return [...inPath, ...inQuery, ...headersOf(operation)];
}

/** Converts a schema to JSON Schema; moves its named parts to `components`. */
export function toSchema(
  of: z.ZodType,
  io: "input" | "output",
  components: Record<string, Json>,
): Json {
  const made = z.toJSONSchema(of, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, documented.get(zodSchema as unknown as z.ZodType)?.json);
      if (io === "input" && jsonSchema.default !== undefined) sayDefault(jsonSchema);
    },
  });
  const text = JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _, $defs = {}, ...schema } = JSON.parse(text) as Json;
  Object.assign(components, lift($defs, components));
  return lift(schema, components) as Json;
}

/**
 * Says a default of an input in words: by `default`, generators of clients take a member for one that
 * is always there, and demand it.
 */
function sayDefault(schema: Json): void {
  const text = `By default \`${JSON.stringify(schema.default)}\`.`;
  schema.description = [schema.description, text].filter(Boolean).join(" ");
  delete schema.default;
}

/** The same JSON, with schemas that have a name moved to `components`. */
function lift(value: unknown, components: Record<string, Json>): unknown {
  if (Array.isArray(value)) return value.map((one) => lift(one, components));
  if (typeof value !== "object" || value === null) return value;
  const { [COMPONENT]: name, ...rest } = value as Json;
  const members = Object.fromEntries(
    Object.entries(rest).map(([key, member]) => [key, lift(member, components)]),
  );
  if (typeof name !== "string") return members;
  components[name] = members;
  return { $ref: `#/components/schemas/${name}` };
}
