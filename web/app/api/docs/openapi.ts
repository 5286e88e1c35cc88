import { Hono } from "hono";
import { z } from "zod";
import { chatKitOperations } from "#app/api/chatkit/operations";
import { attachmentOperations } from "#app/api/rest/attachments";
import { authOperations } from "#app/api/rest/auth-operations";
import { chatOperations } from "#app/api/rest/chat-operations";
import { conversationOperations } from "#app/api/rest/conversations";
import { categoryOperations, labelOperations, listOperations } from "#app/api/rest/groups";
import type { Operation } from "#app/api/rest/operation";
import { reminderOperations } from "#app/api/rest/reminder-operations";
import { taskFormOperations } from "#app/api/rest/task-forms";
import { taskOperations } from "#app/api/rest/tasks";
import { transferOperations } from "#app/api/rest/transfer";
import { trashOperations } from "#app/api/rest/trash";

type Json = Record<string, unknown>;

// biome-ignore lint/suspicious/noExplicitAny: the input types of the handlers are irrelevant here.
type AnyOperation = Operation<any, any>;

/** All documented operations. */
const operations: AnyOperation[] = [
  authOperations,
  taskOperations,
  taskFormOperations,
  listOperations,
  categoryOperations,
  labelOperations,
  transferOperations,
  trashOperations,
  reminderOperations,
  chatOperations,
  attachmentOperations,
  conversationOperations,
  chatKitOperations,
].flatMap((group): AnyOperation[] => Object.values(group));

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
  413: "The body is too large.",
  415: "The media type of the body is not supported.",
  422: "A value is invalid; `field` names it.",
  501: "Part of the protocol that Karlo does not support.",
  429: "Rate limit exceeded; `Retry-After` has the seconds to wait.",
};

const NUMBER = { type: "integer", minimum: 1, maximum: 2 ** 31 - 1 };
const PARAMETERS: Record<string, Pick<Parameter, "schema" | "description">> = {
  id: { schema: NUMBER, description: "Number of the task, unique per user." },
  conversation_id: { schema: NUMBER, description: "Number of the conversation, unique per user." },
  attachment_id: { schema: { type: "string", format: "uuid" } },
  run_id: { schema: { type: "string", format: "uuid" } },
  user_id: { schema: { type: "string" }, description: "Your own id; 404 for others." },
};

const UNDER_USER_ID = "/api/{user_id}";

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
  responses: Record<string, { description: string; content?: Content }>;
}

function mounts({ base, underUserId }: AnyOperation): string[] {
  if (base) return [base];
  return underUserId ? ["/api/v1", UNDER_USER_ID] : ["/api/v1"];
}

/** Returns the OpenAPI 3.1 document, generated from the schemas that the routes validate with. */
export function openApiDocument(publicUrl: string) {
  const components: Record<string, Json> = {};
  const schema = (of: z.ZodType, io: "input" | "output") => toSchema(of, io, components);
  const paths: Record<string, Record<string, DocumentedOperation>> = {};
  for (const operation of operations) {
    for (const mount of mounts(operation)) {
      const path = mount + operation.path;
      const id = mount === UNDER_USER_ID ? `${operation.id}Of` : operation.id;
      paths[path] ??= {};
      paths[path][operation.method.toLowerCase()] = describe(operation, id, path, schema);
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Karlo",
      version: "1",
      description:
        "A bilingual task assistant. Paths are under `/api/v1`, for the user of the token, and most also under `/api/{user_id}`; ChatKit's are under `/api/chatkit`.",
    },
    servers: [{ url: publicUrl }],
    security: [{ bearer: [] }, { session: [] }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
        session: { type: "apiKey", in: "cookie", name: "karlo.session_token" },
      },
    },
  };
}

/** Routes `GET /api/openapi.json`. */
export function openApiRoute(publicUrl: string): Hono {
  let text: string | undefined;
  return new Hono().get("/api/openapi.json", () => {
    text ??= JSON.stringify(openApiDocument(publicUrl));
    return new Response(text, { headers: { "content-type": "application/json" } });
  });
}

type ToSchema = (of: z.ZodType, io: "input" | "output") => Json;

function describe(
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
      ...Object.fromEntries((response.mediaTypes ?? []).map((type) => [type, {}])),
    };
    const hasContent = Object.keys(content).length > 0;
    responses[status] = { description: response.description, ...(hasContent && { content }) };
  }
  for (const status of [...(isPublic ? [] : [401, 403, 404]), ...problems]) {
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

function requestBody({ body, bodyTypes }: AnyOperation, schema: ToSchema): Content | undefined {
  if (bodyTypes) return Object.fromEntries(bodyTypes.map((type) => [type, {}]));
  return body && { "application/json": { schema: schema(body, "input") } };
}

function parameters(
  { query, idempotent }: AnyOperation,
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
  const inQuery = Object.entries(properties).map(([name, value]) => {
    const { description, ...rest } = value as Json & { description?: string };
    return { name, in: "query", schema: rest, ...(description ? { description } : {}) };
  });
  const key = {
    name: "Idempotency-Key",
    in: "header",
    schema: { type: "string", minLength: 1, maxLength: 255 },
    description: "A retry with the same key returns the first response.",
  };
  return [...inPath, ...inQuery, ...(idempotent ? [key] : [])];
}

/** Converts a schema to JSON Schema; moves its named parts to `components`. */
function toSchema(of: z.ZodType, io: "input" | "output", components: Record<string, Json>): Json {
  const made = z.toJSONSchema(of, { io, unrepresentable: "any" });
  const text = JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _, $defs = {}, ...schema } = JSON.parse(text) as Json;
  Object.assign(components, $defs);
  return schema;
}
