import {
  type AuthInfo,
  createMcpHandler,
  type McpServerFactory,
} from "@modelcontextprotocol/server";
import { Hono } from "hono";
import { mcpAddress, resourceMetadataAddress } from "#app/accounts/apps/addresses";
import { DEFAULT_SCOPES } from "#app/accounts/apps/scopes";
import { authenticateToken, type Caller } from "#app/api/authenticate";
import { refuseForeignOrigin } from "#app/api/cross-site";
import { watchAccess } from "#app/api/event-stream";
import type { AppContext } from "#app/app-context";
import { AppError, isAppError } from "#app/platform/errors";
import type { Logger } from "#app/platform/log";
import { rejectManyValues } from "#app/platform/parse-json";
import { createToolServer } from "#app/tools/server";
import { registerAskKarlo } from "./ask-karlo";

/** Carries the caller through the SDK. */
interface CallerInfo extends AuthInfo {
  extra: { caller: Caller };
}

/**
 * `/mcp`: Karlo's tools for other assistants, over Streamable HTTP. Stateless: a server is created per
 * request for the user of its token, so any replica can handle it. Supports protocol 2026-07-28
 * and, without sessions, the older versions with `initialize`.
 *
 * @param bodyMax maximum size of a message in bytes
 */
export function mcpRoute(app: AppContext, bodyMax: number): Hono {
  const { config, db, log } = app;
  const approvalKey = config.BETTER_AUTH_SECRET;
  const handler = mcpHandler(
    ({ authInfo }) => {
      const { caller } = (authInfo as CallerInfo).extra;
      const { user, scopes, client } = caller;
      const { id: userId, timeZone, preferences } = user;
      const actor = { userId, by: "mcp", timeZone, preferences, client } as const;
      const server = createToolServer({ db, actor, scopes, approvalKey }, log);
      registerAskKarlo(server, app, caller, approvalKey);
      return server;
    },
    bodyMax,
    log,
  );
  const resourceMetadataUrl = resourceMetadataAddress(config);
  const challenge = { resourceMetadata: resourceMetadataUrl, scope: DEFAULT_SCOPES.join(" ") };
  const authenticate = (request: Request) =>
    authenticateToken(app, request, mcpAddress(config)).catch((error) => {
      if (!isAppError(error) || error.status !== 401) throw error;
      // A client learns here where to get a token.
      throw new AppError(error.code, 401, { values: { ...error.values, ...challenge } });
    });
  const isStillAuthorized = (request: Request) =>
    authenticate(request).then(
      () => true,
      (error) => {
        if (isAppError(error)) return false;
        throw error;
      },
    );
  return new Hono().all("/mcp", async ({ req: { raw: request } }) => {
    refuseForeignOrigin(request, config);
    const caller = await authenticate(request);
    const authInfo: CallerInfo = {
      token: "",
      clientId: caller.client ?? caller.user.id,
      scopes: [...(caller.scopes ?? [])],
      resourceMetadataUrl,
      extra: { caller },
    };
    const response = await handler.fetch(await withBoundedBody(request), { authInfo });
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
    return isStream ? whileAllowed(response, () => isStillAuthorized(request)) : response;
  });
}

/** The transport of `/mcp`, for the server that `create` makes of a request. */
export const mcpHandler = (create: McpServerFactory, bodyMax: number, log: Logger) =>
  createMcpHandler(create, {
    maxRequestBodySize: bodyMax,
    onerror: (error) => log.debug({ err: error }, "mcp: request refused"),
  });

/**
 * The same request, whose body has been found to be of a size that can be looked at.
 *
 * @throws AppError `invalid_input` (422)
 */
async function withBoundedBody(request: Request): Promise<Request> {
  const { method, url, headers, signal } = request;
  if (method !== "POST") return request;
  const body = await request.text();
  rejectManyValues(body);
  return new Request(url, { method, headers, body, signal });
}

/** The same response, whose body ends when its caller has lost access. */
function whileAllowed(response: Response, isAllowed: () => Promise<boolean>): Response {
  const { body, status, headers } = response;
  if (!body) return response;
  const access = watchAccess(isAllowed);
  const reader = body.getReader();
  const cancel = (reason?: unknown) => {
    access.stop();
    return reader.cancel(reason).catch(() => {});
  };
  const guarded = new ReadableStream<Uint8Array>({
    start(controller) {
      access.ended.addEventListener("abort", () => {
        controller.close();
        cancel();
      });
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (access.ended.aborted) return;
      if (!done) return controller.enqueue(value);
      access.stop();
      controller.close();
    },
    cancel,
  });
  return new Response(guarded, { status, headers });
}
