import { Hono } from "hono";
import { z } from "zod";
import { attachmentOperations } from "./attachments";
import { authOperations } from "./auth-operations";
import { chatOperations } from "./chat-operations";
import { chatKitOperations } from "./chatkit/operations";
import { conversationOperations } from "./conversations";
import type { Operation } from "./operation";
import { taskOperations } from "./tasks";
import { transferOperations } from "./transfer";
import { trashOperations } from "./trash";

type Json = Record<string, unknown>;

// biome-ignore lint/suspicious/noExplicitAny: what their routes take does not matter here.
type AnyOperation = Operation<any, any>;

/** Every operation that is documented. */
const operations: AnyOperation[] = [
  authOperations,
  taskOperations,
  transferOperations,
  trashOperations,
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
    code: z.string().describe("Stable; what a program goes by."),
    detail: z.string().describe("For people, in the language of Accept-Language."),
    field: z.string().optional(),
    request_id: z.string().optional().describe("As in X-Request-Id: what to quote to an operator."),
    expected: z.string().optional(),
    received: z.string().optional(),
  })
  .meta({ id: "Problem" });

const PROBLEMS: Record<number, string> = {
  400: "The body is no JSON.",
  401: "No token or session, or one that is not good.",
  404: "Nothing there that is yours.",
  409: "It was changed, or answered, in the meantime.",
  413: "The body is too large.",
  415: "The body is of another media type.",
  422: "A value cannot be used; `field` names it.",
  501: "The protocol has it, Karlo does not.",
  429: "Too much at once; `Retry-After` says how long to wait.",
};

const NUMBER = { type: "integer", minimum: 1, maximum: 2 ** 31 - 1 };
const PARAMETERS: Record<string, Json> = {
  id: { schema: NUMBER, description: "The person's own number for the task." },
  conversation_id: { schema: NUMBER, description: "The person's own number for it." },
  attachment_id: { schema: { type: "string", format: "uuid" } },
  run_id: { schema: { type: "string", format: "uuid" } },
  user_id: { schema: { type: "string" }, description: "Yours; another's is 404." },
};

const NAMED = "/api/{user_id}";

function mounts({ base, named }: AnyOperation): string[] {
  if (base) return [base];
  return named ? ["/api/v1", NAMED] : ["/api/v1"];
}

/** The OpenAPI 3.1 document, made from the schemas that the routes validate with. */
export function openApiDocument(publicUrl: string) {
  const components: Record<string, Json> = {};
  const schema = (of: z.ZodType, io: "input" | "output") => toSchema(of, io, components);
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    for (const mount of mounts(operation)) {
      const path = mount + operation.path;
      const id = mount === NAMED ? `${operation.id}Of` : operation.id;
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
        "A bilingual task assistant. Addresses are under `/api/v1`, where the token says who you are, and most also under `/api/{user_id}`; ChatKit's are under `/api/chatkit`.",
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

/** `GET /api/openapi.json`. */
export function openApiRoute(publicUrl: string): Hono {
  let text: string | undefined;
  return new Hono().get("/api/openapi.json", () => {
    text ??= JSON.stringify(openApiDocument(publicUrl));
    return new Response(text, { headers: { "content-type": "application/json" } });
  });
}

type ToSchema = (of: z.ZodType, io: "input" | "output") => Json;

function describe(operation: AnyOperation, operationId: string, path: string, schema: ToSchema) {
  const { tag, summary, description, answers, problems = [], open } = operation;
  const responses: Record<string, Json> = {};
  for (const [status, answer] of Object.entries(answers)) {
    const content = {
      ...(answer.schema && { "application/json": { schema: schema(answer.schema, "output") } }),
      ...Object.fromEntries((answer.mediaTypes ?? []).map((type) => [type, {}])),
    };
    const hasContent = Object.keys(content).length > 0;
    responses[status] = { description: answer.description, ...(hasContent && { content }) };
  }
  for (const status of [...(open ? [] : [401, 403, 404]), ...problems]) {
    const content = { "application/problem+json": { schema: schema(problem, "output") } };
    const text = PROBLEMS[status] ?? "A cookie that another site made a browser send.";
    responses[status] = { description: text, content };
  }
  const body = requestBody(operation, schema);
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(open && { security: [] }),
    parameters: parameters(operation, path, schema),
    ...(body && { requestBody: { required: true, content: body } }),
    responses,
  };
}

function requestBody({ body, bodyTypes }: AnyOperation, schema: ToSchema): Json | undefined {
  if (bodyTypes) return Object.fromEntries(bodyTypes.map((type) => [type, {}]));
  return body && { "application/json": { schema: schema(body, "input") } };
}

function parameters({ query, idempotent }: AnyOperation, path: string, schema: ToSchema): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    ...PARAMETERS[name],
  }));
  const { properties = {} } = (query ? schema(query, "input") : {}) as { properties?: Json };
  const inQuery = Object.entries(properties).map(([name, value]) => {
    const { description, ...rest } = value as Json;
    return { name, in: "query", schema: rest, ...(description ? { description } : {}) };
  });
  const key = {
    name: "Idempotency-Key",
    in: "header",
    schema: { type: "string", minLength: 1, maxLength: 255 },
    description: "Sent again with the same key, it is done once.",
  };
  return [...inPath, ...inQuery, ...(idempotent ? [key] : [])];
}

/** A JSON Schema whose named parts are put among the components. */
function toSchema(of: z.ZodType, io: "input" | "output", components: Record<string, Json>): Json {
  const made = z.toJSONSchema(of, { io, unrepresentable: "any" });
  const text = JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _, $defs = {}, ...schema } = JSON.parse(text) as Json;
  Object.assign(components, $defs);
  return schema;
}
