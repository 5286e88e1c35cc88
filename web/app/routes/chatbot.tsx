import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireUser } from "#app/accounts/session/session.server";
import { ChatPage } from "#app/conversations/chat/ChatPage";
import { readOpenConversation } from "#app/conversations/chat/device-storage";
import { readChatPage } from "#app/conversations/chat/read-chat-page.server";
import { hasConversation } from "#app/conversations/list/has-conversation.server";
import { pageTitle } from "#app/i18n/titles";

/** `c` is the number of a conversation, or `new`; without it the last open one is shown. */
const schema = z.object({
  c: z.union([z.literal("new"), z.coerce.number().int().min(1).max(2_147_483_647)]).optional(),
});

/** The page is as high as the viewport; only the thread scrolls. */
export const handle = { fullHeight: true };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "chat");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const user = await requireUser(app, request);
  const search = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!search.success) throw data(null, { status: 404 });
  const { c } = search.data;
  const last = c === undefined && readOpenConversation(request.headers.get("cookie"));
  if (last && (await hasConversation(app.db, user.id, last))) {
    throw redirect(`/chatbot?c=${last}`);
  }
  return readChatPage(app.db, user, typeof c === "number" ? c : null);
}

export default function Chatbot() {
  return <ChatPage {...useLoaderData<typeof loader>()} />;
}
