import { Hono } from "hono";
import type { z } from "zod";
import { chatKitOperations } from "#app/api/chatkit/operations";
import { archiveOperations } from "#app/api/rest/archive";
import { attachmentOperations } from "#app/api/rest/attachments";
import { authOperations } from "#app/api/rest/auth-operations";
import { chatOperations } from "#app/api/rest/chat-operations";
import { conversationOperations } from "#app/api/rest/conversations";
import { feedOperations } from "#app/api/rest/feeds";
import { filterOperations } from "#app/api/rest/filters";
import { categoryOperations, labelOperations, listOperations } from "#app/api/rest/groups";
import { reminderOperations } from "#app/api/rest/reminder-operations";
import { taskEventOperations } from "#app/api/rest/task-events";
import { taskFileOperations } from "#app/api/rest/task-files";
import { taskFormOperations } from "#app/api/rest/task-forms";
import { taskOperations } from "#app/api/rest/task-operations";
import { transferOperations } from "#app/api/rest/transfer";
import { trashOperations } from "#app/api/rest/trash";
import {
  type AnyOperation,
  type DocumentedOperation,
  describe,
  type Json,
  toSchema,
} from "./describe-operation";

/** All documented operations. */
const operations: AnyOperation[] = [
  authOperations,
  archiveOperations,
  taskOperations,
  taskEventOperations,
  taskFormOperations,
  listOperations,
  categoryOperations,
  labelOperations,
  filterOperations,
  taskFileOperations,
  transferOperations,
  trashOperations,
  reminderOperations,
  feedOperations,
  chatOperations,
  attachmentOperations,
  conversationOperations,
  chatKitOperations,
].flatMap((group): AnyOperation[] => Object.values(group));

const UNDER_USER_ID = "/api/{user_id}";

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
        "A bilingual task assistant. A `POST` with an `Idempotency-Key` of your choice takes effect once: sent again, it gets the first answer. `ETag` names a state: with `If-None-Match` you get 304 while it lasts, with `If-Match` a change is refused by 412 after it. Paths are under `/api/v1`, for the user of the token, and most also under `/api/{user_id}`; ChatKit's are under `/api/chatkit`.",
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
