import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireUser } from "#app/accounts/session.server";
import { ChatPage } from "#app/conversations/ChatPage";
import { openConversation } from "#app/conversations/device-memory";
import { hasConversation } from "#app/conversations/has-conversation.server";
import { readChatPage } from "#app/conversations/read-chat-page.server";
import { pageTitle } from "#app/i18n/titles";
import { isAppError } from "#app/platform/errors";

/** A conversation by its number, or a new one; without either, the one that was open last. */
const schema = z.object({
  c: z.union([z.literal("new"), z.coerce.number().int().min(1).max(2_147_483_647)]).optional(),
});

/** The page is as high as the window, and only the thread scrolls. */
export const handle = { fullHeight: true };

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "chat");

export async function loader({ request, context: { karlo } }: LoaderFunctionArgs) {
  const user = await requireUser(karlo, request);
  const search = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!search.success) throw data(null, { status: 404 });
  const { c } = search.data;
  const last = c === undefined && openConversation(request.headers.get("cookie"));
  if (last && (await hasConversation(karlo.db, user.id, last))) {
    throw redirect(`/chatbot?c=${last}`);
  }
  try {
    return await readChatPage(karlo.db, user, typeof c === "number" ? c : null);
  } catch (error) {
    if (isAppError(error)) throw data(null, { status: error.status });
    throw error;
  }
}

export default function Chatbot() {
  return <ChatPage {...useLoaderData<typeof loader>()} />;
}
