import { type Context, Hono } from "hono";
import { issueClientSecret } from "#app/accounts/session/client-secret.server";
import { readJson } from "#app/api/rest/body";
import { json, publicRoute, route } from "#app/api/rest/operation";
import type { AppContext } from "#app/app-context";
import { AppError, isAppError } from "#app/platform/errors";
import { authenticate, bearerToken, callerLanguage } from "../authenticate";
import { streamData } from "../event-stream";
import { onceKeyOf } from "../idempotency";
import { parseInput } from "../problem";
import { createAttachment, removeAttachment, storeContent, UPLOAD_PATH } from "./attachments";
import type { ChatKitCaller } from "./caller";
import { localizationFor } from "./localization";
import { chatKitOperations } from "./operations";
import { performAction, withoutButtons } from "./perform-action";
import { type ChatKitRequest, chatKitRequest } from "./requests";
import { resendMessage, sendMessage } from "./send-message";
import { type Reply, streamReply } from "./stream-reply";
import {
  deleteThread,
  getThread,
  listItems,
  listThreads,
  rateItems,
  readThread,
  updateThread,
} from "./threads";

/**
 * The ChatKit protocol: the same conversations for chats embedded in other pages.
 * Source: https://github.com/openai/chatkit-python
 */
export function chatKitRoutes(app: AppContext): Hono {
  const routes = new Hono();

  routes.post("/chatkit", async (context) => {
    const { raw } = context.req;
    const user = await authenticateClient(app, raw);
    const language = raw.headers.has("accept-language") ? callerLanguage(context) : user.locale;
    const request = parseInput(chatKitRequest, await readJson(raw));
    const once = onceKeyOf(raw, user.id, request);
    const caller = { app, user, localization: localizationFor(user, language), once };
    return execute(context, caller, request);
  });

  routes.put(UPLOAD_PATH, async ({ req }) => {
    const user = await authenticateClient(app, req.raw);
    await storeContent({ app, user }, req.param("id"), req.raw);
    return new Response(null, { status: 204 });
  });

  route(routes, app, chatKitOperations.session, async ({ caller, request }) =>
    json(await issueClientSecret(app, caller.user.id, request)),
  );

  route(routes, app, chatKitOperations.refresh, async ({ caller, body, request }) => {
    const owner = body.client_secret ? await app.verifyClientSecret(body.client_secret) : null;
    // An expired secret has no owner; the caller is authenticated without it.
    if (owner && owner.id !== caller.user.id) throw new AppError("unauthorized", 401);
    return json(await issueClientSecret(app, caller.user.id, request));
  });

  publicRoute(routes, chatKitOperations.health, async () => json({ status: "ok" }));
  return routes;
}

/** Authenticates by a client secret or, as elsewhere, by a token or session. */
async function authenticateClient(app: AppContext, request: Request) {
  const secret = bearerToken(request);
  const user = secret ? await app.verifyClientSecret(secret) : null;
  return user ?? (await authenticate(app, request)).user;
}

async function isStillAuthenticatedClient(app: AppContext, request: Request): Promise<boolean> {
  try {
    await authenticateClient(app, request);
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}

async function execute(
  context: Context,
  caller: ChatKitCaller,
  request: ChatKitRequest,
): Promise<Response> {
  const stream = (reply: Reply) =>
    streamData(context, {
      draining: caller.app.drainDeadline,
      log: caller.app.log,
      isAllowed: () => isStillAuthenticatedClient(caller.app, context.req.raw),
      follow: (signal) => streamReply(caller, reply, signal),
    });
  switch (request.type) {
    case "threads.create":
      return stream(await sendMessage(caller, request.params.input));
    case "threads.add_user_message":
      return stream(await sendMessage(caller, request.params.input, request.params.thread_id));
    case "threads.retry_after_item":
      return stream(await resendMessage(caller, request.params));
    case "threads.custom_action":
      return stream(await performAction(caller, request.params));
    case "threads.sync_custom_action": {
      const { thread_id, item_id } = request.params;
      await performAction(caller, request.params);
      const { items } = await readThread(caller, thread_id);
      const item = items.find(({ id }) => id === item_id);
      return json(item ? { updated_item: withoutButtons(item) } : {});
    }
    case "threads.get_by_id":
      return json(await getThread(caller, request.params));
    case "threads.list":
      return json(await listThreads(caller, request.params));
    case "threads.update":
      return json(await updateThread(caller, request.params));
    case "threads.delete":
      return json(await deleteThread(caller, request.params));
    case "items.list":
      return json(await listItems(caller, request.params));
    case "items.feedback":
      return json(await rateItems(caller, request.params));
    case "threads.add_client_tool_output":
    case "threads.add_structured_input":
      // Karlo never requests either of them.
      await readThread(caller, request.params.thread_id);
      throw new AppError("run_not_waiting", 409);
    case "attachments.create":
      return json(
        createAttachment(caller, request.params, context.req.header("authorization") ?? null),
      );
    case "attachments.delete":
      return json(await removeAttachment(caller, request.params));
    case "input.transcribe":
      throw new AppError("not_offered", 501);
  }
}
