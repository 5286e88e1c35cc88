import type { Context, Hono } from "hono";
import type { z } from "zod";
import { authenticate, type Caller, requireSelf } from "#app/api/authenticate";
import { parseInput } from "#app/api/problem";
import type { AppContext } from "#app/app-context";
import { rejectUnstorable } from "#app/platform/text-input";
import { MERGE_PATCH, mediaType, readJson } from "./body";

/** A documented response: JSON of `schema`, text or bytes of `mediaTypes`, or no content. */
interface ResponseSpec {
  description: string;
  schema?: z.ZodType;
  mediaTypes?: string[];
  /** An example of each media type. */
  examples?: Record<string, unknown>;
  /** Has the address of what was made in `Location`. */
  located?: boolean;
  /** Has an `ETag`, of an operation that heeds none. */
  tagged?: boolean;
}

/**
 * An operation of the API with its input and its responses. The route validates with these schemas
 * and the OpenAPI document is generated from them, so that both always agree.
 */
export interface Operation<Query = unknown, Body = unknown> {
  id: string;
  tag:
    | "Accounts"
    | "Tasks"
    | "Trash"
    | "Reminders"
    | "Statistics"
    | "Feeds"
    | "Chat"
    | "Attachments"
    | "Conversations"
    | "Runs"
    | "ChatKit";
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Relative to the mount; parameters in braces. */
  path: `/${string}`;
  summary: string;
  description?: string;
  /** Mounted under `/api/{user_id}` in addition to `/api/v1`. */
  underUserId: boolean;
  /** Mounted only here instead. */
  base?: "/api";
  /** Requires no authentication. */
  isPublic?: boolean;
  /** What the document says of parameters of the path that are not of the usual kind. */
  params?: Record<string, { schema: Record<string, unknown>; description: string }>;
  query?: z.ZodType<Query>;
  /** Parameters of the query that are lists: one value, or several of the same name. */
  lists?: string[];
  /** Parameters of the query that are left out of the document: another operation is meant for them. */
  hidden?: string[];
  /** A JSON body. */
  body?: z.ZodType<Body>;
  /** The body may be left out, which is as good as an empty object. */
  optionalBody?: boolean;
  /** Media types of a body that the handler reads itself, and the schema of that which is JSON. */
  bodyTypes?: string[];
  bodyJson?: z.ZodType;
  /** An example of each of these types. */
  bodyExamples?: Record<string, unknown>;
  /** Media types of the file of a form. */
  fileTypes?: string[];
  /** What null means in a merge patch, by member, where it is not a value of it. */
  nulls?: Record<string, unknown>;
  /** Supports `Idempotency-Key`. */
  idempotent?: boolean;
  /** Answers with `ETag`, and with 304 to an `If-None-Match` that matches. */
  tagged?: boolean;
  /** Supports `If-Match`, and answers with `ETag`. */
  conditional?: boolean;
  responses: Record<number, ResponseSpec>;
  /** Statuses of its problem documents, in addition to 401, 403 and 404. */
  problems?: number[];
}

/** Declares an operation; infers the types of its query and body. */
export function operation<Query, Body>(spec: Operation<Query, Body>): Operation<Query, Body> {
  return spec;
}

/** An authenticated call of an operation with validated input. */
export interface Call<Query, Body> {
  caller: Caller;
  query: Query;
  body: Omit<Body, "user_id">;
  context: Context;
  request: Request;
  /** Returns a path parameter. */
  param(name: string): string;
}

/** Routes an operation: authenticates, checks the user id, validates the input, calls `handle`. */
export function route<Query, Body>(
  routes: Hono,
  app: AppContext,
  spec: Operation<Query, Body>,
  handle: (call: Call<Query, Body>) => Promise<Response>,
): void {
  routes.on(spec.method, spec.path.replace(/\{(\w+)\}/g, ":$1"), async (context) => {
    const request = context.req.raw;
    const caller = await authenticate(app, request);
    requireSelf(caller, context.req.param("user_id" as never));
    const query = spec.query ? parseInput(spec.query, readQuery(context, spec.lists)) : undefined;
    const input = (await readBody(spec, request)) as Body & { user_id?: unknown };
    const { user_id: userId, ...body } = input ?? {};
    requireSelf(caller, userId);
    return handle({
      caller,
      query: query as Query,
      body: body as Omit<Body, "user_id">,
      context,
      request,
      param: (name) => context.req.param(name as never) ?? "",
    });
  });
}

/** Routes a public operation: validates the input, calls `handle`. */
export function publicRoute<Query, Body>(
  routes: Hono,
  spec: Operation<Query, Body>,
  handle: (call: { body: Body; request: Request }) => Promise<Response>,
): void {
  routes.on(spec.method, spec.path, async ({ req: { raw: request } }) =>
    handle({ body: (await readBody(spec, request)) as Body, request }),
  );
}

/**
 * Reads the query of a request.
 *
 * @throws AppError `invalid_input` (422) for a text that cannot be stored
 */
function readQuery(context: Context, lists: string[] = []): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  for (const [name, values] of Object.entries(context.req.queries()))
    query[name] = values.length > 1 || lists.includes(name) ? values : values[0];
  rejectUnstorable(query);
  return query;
}

async function readBody<Body>(spec: Operation<unknown, Body>, request: Request) {
  const { body, optionalBody = false, nulls } = spec;
  if (!body) return undefined;
  const input = await readJson(request, optionalBody);
  return parseInput(body, mediaType(request) === MERGE_PATCH ? withoutNulls(input, nulls) : input);
}

/** A merge patch with the defaults of what it takes away. */
function withoutNulls(input: unknown, nulls: Record<string, unknown> = {}): unknown {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
  const entries = Object.entries(input).map(([name, value]) =>
    value === null && Object.hasOwn(nulls, name) ? [name, nulls[name]] : [name, value],
  );
  return Object.fromEntries(entries);
}

/**
 * Returns a JSON response. The server replaces the `Response` constructor by a lightweight one, but
 * not `Response.json`.
 */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
}
