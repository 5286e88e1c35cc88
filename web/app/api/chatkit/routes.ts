import { type Context, Hono } from "hono";
import { issueClientSecret } from "#app/accounts/client-secret.server";
import type { Karlo } from "#app/karlo.server";
import { AppError } from "#app/platform/errors";
import { authenticate, bearerToken, callerLanguage } from "../authenticate";
import { readJson } from "../body";
import { streamData } from "../event-stream";
import { json, openRoute, route } from "../operation";
import { parseInput } from "../problem";
import { type Answer, act, type ChatAsker, say, sayAgain, stream, withoutButtons } from "./answers";
import { createAttachment, receiveContent, removeAttachment, UPLOAD_PATH } from "./attachments";
import { chatKitOperations } from "./operations";
import { type ChatKitRequest, chatKitRequest } from "./requests";
import {
  deleteThread,
  getThread,
  listItems,
  listThreads,
  rateItems,
  readThread,
  updateThread,
} from "./threads";
import { wordingFor } from "./wording";

/**
 * ChatKit's protocol: the same conversations for a chat that somebody puts into a page of theirs.
 * Source: https://github.com/openai/chatkit-python
 */
export function chatKitRoutes(karlo: Karlo): Hono {
  const routes = new Hono();

  routes.post("/chatkit", async (context) => {
    const { raw } = context.req;
    const user = await authenticateClient(karlo, raw);
    const wanted = raw.headers.has("accept-language") ? callerLanguage(context) : user.locale;
    const asker = { karlo, user, wording: wordingFor(user, wanted) };
    return answer(context, asker, parseInput(chatKitRequest, await readJson(raw)));
  });

  routes.put(UPLOAD_PATH, async ({ req }) => {
    const user = await authenticateClient(karlo, req.raw);
    await receiveContent({ karlo, user }, req.param("id"), req.raw);
    return new Response(null, { status: 204 });
  });

  route(routes, karlo, chatKitOperations.session, async ({ who, request }) =>
    json(await issueClientSecret(karlo, who.user.id, request)),
  );

  route(routes, karlo, chatKitOperations.refresh, async ({ who, body, request }) => {
    const before = body.client_secret ? await karlo.verifyClientSecret(body.client_secret) : null;
    // An expired one says nothing any more; who asks is known without it.
    if (before && before.id !== who.user.id) throw new AppError("unauthorized", 401);
    return json(await issueClientSecret(karlo, who.user.id, request));
  });

  openRoute(routes, chatKitOperations.health, async () => json({ status: "ok" }));
  return routes;
}

/** Who calls: by a client secret, or as everywhere by a token or session. */
async function authenticateClient(karlo: Karlo, request: Request) {
  const secret = bearerToken(request);
  const user = secret ? await karlo.verifyClientSecret(secret) : null;
  return user ?? (await authenticate(karlo, request)).user;
}

async function answer(
  context: Context,
  asker: ChatAsker,
  request: ChatKitRequest,
): Promise<Response> {
  const streamed = (begun: Answer) =>
    streamData(context, asker.karlo.ending, (signal) => stream(asker, begun, signal));
  switch (request.type) {
    case "threads.create":
      return streamed(await say(asker, request.params.input));
    case "threads.add_user_message":
      return streamed(await say(asker, request.params.input, request.params.thread_id));
    case "threads.retry_after_item":
      return streamed(await sayAgain(asker, request.params));
    case "threads.custom_action":
      return streamed(await act(asker, request.params));
    case "threads.sync_custom_action": {
      const { thread_id, item_id } = request.params;
      await act(asker, request.params);
      const { items } = await readThread(asker, thread_id);
      const item = items.find(({ id }) => id === item_id);
      return json(item ? { updated_item: withoutButtons(item) } : {});
    }
    case "threads.get_by_id":
      return json(await getThread(asker, request.params));
    case "threads.list":
      return json(await listThreads(asker, request.params));
    case "threads.update":
      return json(await updateThread(asker, request.params));
    case "threads.delete":
      return json(await deleteThread(asker, request.params));
    case "items.list":
      return json(await listItems(asker, request.params));
    case "items.feedback":
      return json(await rateItems(asker, request.params));
    case "threads.add_client_tool_output":
    case "threads.add_structured_input":
      // Karlo never asks for either, so that nothing can wait for it.
      await readThread(asker, request.params.thread_id);
      throw new AppError("run_not_waiting", 409);
    case "attachments.create":
      return json(
        createAttachment(asker, request.params, context.req.header("authorization") ?? null),
      );
    case "attachments.delete":
      return json(await removeAttachment(asker, request.params));
    case "input.transcribe":
      throw new AppError("not_offered", 501);
  }
}
