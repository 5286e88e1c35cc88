import { Hono } from "hono";
import { z } from "zod";
import type { AppContext } from "#app/app-context";
import { deleteConversation } from "#app/conversations/list/delete-conversation.server";
import {
  type ConversationDetail,
  getConversation,
} from "#app/conversations/list/get-conversation.server";
import {
  type ConversationSummary,
  listConversations,
} from "#app/conversations/list/list-conversations.server";
import { renameConversation } from "#app/conversations/list/rename-conversation.server";
import { TITLE_MAX } from "#app/conversations/messages/message";
import { conversationNotFound } from "#app/conversations/runs/start-run.server";
import { momentOutput } from "#app/platform/documented";
import { textInput } from "#app/platform/text-input";
import { SEARCH_MAX } from "#app/tasks/task/task";
import { answer } from "./answer";
import { wireApproval } from "./chat-operations";
import { json, operation, route } from "./operation";
import { pageQuery } from "./task-schemas";

const summary = {
  id: z.int().describe("Number of the conversation, unique per user."),
  title: z.string(),
  created_at: momentOutput(),
  updated_at: momentOutput(),
};
const wireConversation = z.object(summary).meta({ id: "Conversation" });
const wireDetail = z
  .object({
    ...summary,
    messages: z.array(
      z.object({
        id: z.string(),
        role: z.enum(["user", "assistant"]),
        created_at: momentOutput(),
        run_id: z.string().nullable(),
        parts: z.array(z.looseObject({ type: z.string() })),
      }),
    ),
    active_run: z
      .object({
        id: z.string(),
        status: z.enum(["running", "awaiting_approval"]),
        approvals: z.array(wireApproval),
        last_event_id: z.int().describe("The last event that `messages` includes."),
      })
      .nullable()
      .describe("The run in progress or awaiting approval."),
  })
  .meta({ id: "ConversationDetail" });

const renameBody = z
  .strictObject({
    title: textInput({ max: TITLE_MAX }),
    user_id: z.unknown().optional(),
  })
  .meta({ id: "ConversationEdit" });

const path = "/conversations/{conversation_id}";

/** Operations on conversations. */
export const conversationOperations = {
  list: operation({
    id: "listConversations",
    tag: "Conversations",
    method: "GET",
    path: "/conversations",
    summary: "List conversations",
    description: "Most recently used first. Searches titles and messages.",
    underUserId: true,
    tagged: true,
    query: pageQuery.extend({ search: textInput({ max: SEARCH_MAX, optional: true }).optional() }),
    responses: {
      200: {
        description: "One page.",
        schema: z.object({
          conversations: z.array(wireConversation),
          next_cursor: z.int().nullable(),
        }),
      },
    },
    problems: [422],
  }),
  get: operation({
    id: "getConversation",
    tag: "Conversations",
    method: "GET",
    path,
    summary: "Read a conversation",
    description: "With its latest 200 messages, oldest first.",
    underUserId: true,
    tagged: true,
    responses: { 200: { description: "The conversation.", schema: wireDetail } },
  }),
  rename: operation({
    id: "renameConversation",
    tag: "Conversations",
    method: "PATCH",
    path,
    summary: "Rename a conversation",
    underUserId: true,
    body: renameBody,
    responses: { 200: { description: "The renamed conversation.", schema: wireConversation } },
    problems: [400, 413, 415, 422],
  }),
  remove: operation({
    id: "deleteConversation",
    tag: "Conversations",
    method: "DELETE",
    path,
    summary: "Delete a conversation permanently",
    description: "Changes to tasks remain.",
    underUserId: true,
    responses: { 204: { description: "Deleted." } },
  }),
};

/** Routes of {@link conversationOperations}. */
export function conversationRoutes(app: AppContext): Hono {
  const { db } = app;
  const routes = new Hono();

  route(routes, app, conversationOperations.list, async ({ caller: { user }, query, request }) => {
    const { limit, cursor: after, search } = query;
    const page = await listConversations(db, user.id, { search, limit, after });
    return answer(request, {
      conversations: page.conversations.map(summaryToWire),
      next_cursor: page.nextCursor,
    });
  });

  route(routes, app, conversationOperations.get, async ({ caller, param, request }) => {
    const id = parseNumber(param("conversation_id"));
    return answer(request, detailToWire(await getConversation(db, caller.user.id, id)));
  });

  route(routes, app, conversationOperations.rename, async ({ caller: { user }, param, body }) => {
    const id = parseNumber(param("conversation_id"));
    return json(summaryToWire(await renameConversation(db, user.id, id, body.title)));
  });

  route(routes, app, conversationOperations.remove, async ({ caller: { user }, param }) => {
    await deleteConversation(db, user.id, parseNumber(param("conversation_id")));
    return new Response(null, { status: 204 });
  });

  return routes;
}

function summaryToWire({ id, title, createdAt, updatedAt }: ConversationSummary) {
  return { id, title, created_at: createdAt, updated_at: updatedAt };
}

function detailToWire({ messages, activeRun, ...conversation }: ConversationDetail) {
  return {
    ...summaryToWire(conversation),
    messages: messages.map(({ id, role, createdAt, runId, parts }) => {
      return { id, role, created_at: createdAt, run_id: runId, parts };
    }),
    active_run: activeRun && {
      id: activeRun.id,
      status: activeRun.status,
      approvals: activeRun.approvals,
      last_event_id: activeRun.lastSeq,
    },
  };
}

/** Parses the conversation number of a path; an invalid one is reported as not found. */
function parseNumber(text: string): number {
  const number = Number(text);
  if (!/^\d{1,10}$/.test(text) || number < 1 || number > 2 ** 31 - 1) {
    throw conversationNotFound(Number.isSafeInteger(number) ? number : 0);
  }
  return number;
}
