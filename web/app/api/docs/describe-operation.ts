import { z } from "zod";
import { PATCH_TYPES } from "#app/api/rest/body";
import type { Operation } from "#app/api/rest/operation";
import { documented } from "#app/platform/documented";

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
  required?: boolean;
  description?: string;
}

type Content = Record<string, { schema?: Json }>;

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
  const { tag, summary, problems = [], isPublic } = operation;
  const said = descriptionOf(operation);
  const responses: DocumentedOperation["responses"] = {};
  for (const [status, response] of Object.entries(operation.responses)) {
    const content = {
      ...(response.schema && { "application/json": { schema: schema(response.schema, "output") } }),
      ...Object.fromEntries(
        (response.mediaTypes ?? []).map((type) => [type, { schema: contentOf(type) }]),
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
    ...(said && { description: said }),
    ...(isPublic && { security: [] as [] }),
    parameters: parameters(operation, path, schema),
    ...(body && { requestBody: { required: !operation.optionalBody, content: body } }),
    responses,
  };
}

/**
 * The description, with the headers that the operation heeds: as parameters, generators of requests
 * would fill them with values of no meaning.
 */
function descriptionOf({ description, idempotent, tagged, conditional }: AnyOperation): string {
  const heeded = [
    ...(idempotent ? ["`Idempotency-Key`"] : []),
    ...(tagged ? ["`If-None-Match`"] : []),
    ...(conditional ? ["`If-Match`"] : []),
  ];
  const headers = heeded.length > 0 ? `Heeds ${heeded.join(" and ")}.` : undefined;
  return [description, headers].filter(Boolean).join(" ");
}

const TEXT = { type: "string" };
const BINARY = { type: "string", format: "binary" };
const ETag = { schema: TEXT, description: "Names this state; for `If-Match` and `If-None-Match`." };

function responseHeaders(
  { tagged, conditional }: AnyOperation,
  { located }: { located?: boolean },
  hasContent: boolean,
): Json {
  const Location = { schema: TEXT, description: "Its address, relative to this server." };
  const tags = hasContent && (tagged || conditional || located);
  return { ...(tags && { ETag }), ...(located && { Location }) };
}

/** The schema of a text or of bytes. */
function contentOf(type: string): Json {
  if (type === "multipart/form-data")
    return { type: "object", required: ["file"], properties: { file: BINARY } };
  return type.startsWith("text/") ? TEXT : BINARY;
}

function requestBody(
  { body, bodyTypes, bodyJson, method }: AnyOperation,
  schema: ToSchema,
): Content | undefined {
  if (bodyTypes)
    return Object.fromEntries(
      bodyTypes.map((type) => {
        const isJson = type === "application/json" && bodyJson;
        return [type, { schema: isJson ? schema(bodyJson, "input") : contentOf(type) }];
      }),
    );
  if (!body) return undefined;
  const types = method === "PATCH" ? PATCH_TYPES : ["application/json"];
  return Object.fromEntries(types.map((type) => [type, { schema: schema(body, "input") }]));
}

function parameters(
  { query, hidden = [] }: AnyOperation,
  path: string,
  schema: ToSchema,
): Parameter[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    ...(PARAMETERS[name] ?? { schema: {} }),
  }));
  const { properties = {} } = (query ? schema(query, "input") : {}) as { properties?: Json };
  const shown = Object.entries(properties).filter(([name]) => !hidden.includes(name));
  const inQuery = shown.map(([name, value]) => {
    const { description, ...rest } = value as Json & { description?: string };
    return { name, in: "query", schema: rest, ...(description ? { description } : {}) };
  });
  return [...inPath, ...inQuery];
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
    },
  });
  const text = JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _, $defs = {}, ...schema } = JSON.parse(text) as Json;
  Object.assign(components, $defs);
  return schema;
}
