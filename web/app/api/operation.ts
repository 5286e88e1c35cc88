import type { Context, Hono } from "hono";
import type { z } from "zod";
import type { Karlo } from "#app/karlo.server";
import { authenticate, type Caller, requireSelf } from "./authenticate";
import { readJson } from "./body";
import { parseInput } from "./problem";

/** What an answer holds: JSON of a schema, or text of these media types, or nothing. */
interface Answer {
  description: string;
  schema?: z.ZodType;
  mediaTypes?: string[];
}

/**
 * One operation of the API: what its route takes and what it answers. The route validates with
 * these schemas, and the OpenAPI document is made from them, so that neither can drift.
 */
export interface Operation<Query = unknown, Body = unknown> {
  id: string;
  tag:
    | "Accounts"
    | "Tasks"
    | "Trash"
    | "Statistics"
    | "Chat"
    | "Attachments"
    | "Conversations"
    | "Runs"
    | "ChatKit";
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the mount; parameters in braces. */
  path: `/${string}`;
  summary: string;
  description?: string;
  /** Also at `/api/{user_id}`; always at `/api/v1`. */
  named: boolean;
  /** At this mount alone, instead. */
  base?: "/api";
  /** Anybody may call it: it needs no token. */
  open?: boolean;
  query?: z.ZodType<Query>;
  /** A JSON body. */
  body?: z.ZodType<Body>;
  /** A text body of one of these media types, which the handler reads by itself. */
  bodyTypes?: string[];
  /** Takes `Idempotency-Key`. */
  idempotent?: boolean;
  answers: Record<number, Answer>;
  /** Statuses of its problems, beside 401 and 404. */
  problems?: number[];
}

/** Declares an operation; infers what its query and body become. */
export function operation<Query, Body>(declared: Operation<Query, Body>): Operation<Query, Body> {
  return declared;
}

/** A call of an operation whose caller is known and whose input is valid. */
export interface Call<Query, Body> {
  who: Caller;
  query: Query;
  body: Omit<Body, "user_id">;
  context: Context;
  request: Request;
  /** A parameter of the path. */
  param(name: string): string;
}

/** Routes an operation: who calls, whether it is their address, valid input, then `handle`. */
export function route<Query, Body>(
  routes: Hono,
  karlo: Karlo,
  declared: Operation<Query, Body>,
  handle: (call: Call<Query, Body>) => Promise<Response>,
): void {
  routes.on(declared.method, declared.path.replace(/\{(\w+)\}/g, ":$1"), async (context) => {
    const request = context.req.raw;
    const who = await authenticate(karlo, request);
    requireSelf(who, context.req.param("user_id" as never));
    const query = declared.query ? parseInput(declared.query, context.req.query()) : undefined;
    const input = await readBody(declared, request);
    const { user_id: named, ...body } = (input ?? {}) as { user_id?: unknown };
    requireSelf(who, named);
    return handle({
      who,
      query: query as Query,
      body: body as unknown as Omit<Body, "user_id">,
      context,
      request,
      param: (name) => context.req.param(name as never) ?? "",
    });
  });
}

/** Routes an operation that anybody may call: valid input, then `handle`. */
export function openRoute<Query, Body>(
  routes: Hono,
  declared: Operation<Query, Body>,
  handle: (call: { body: Body; request: Request }) => Promise<Response>,
): void {
  routes.on(declared.method, declared.path, async ({ req: { raw: request } }) =>
    handle({ body: (await readBody(declared, request)) as Body, request }),
  );
}

async function readBody<Body>({ body }: Operation<unknown, Body>, request: Request) {
  return body ? parseInput(body, await readJson(request)) : undefined;
}

/** An answer in JSON. The server's own `Response` is light where `Response.json` is not. */
export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json" },
  });
}
