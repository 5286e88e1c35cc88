import { Hono } from "hono";
import { z } from "zod";
import { deleteConversation } from "#app/conversations/delete-conversation.server";
import {
  type ConversationDetail,
  getConversation,
} from "#app/conversations/get-conversation.server";
import {
  type ConversationSummary,
  listConversations,
} from "#app/conversations/list-conversations.server";
import { TITLE_MAX } from "#app/conversations/message";
import { renameConversation } from "#app/conversations/rename-conversation.server";
import { conversationNotFound } from "#app/conversations/start-run.server";
import type { Karlo } from "#app/karlo.server";
import { wireApproval } from "./chat-operations";
import { json, operation, route } from "./operation";
import { pageQuery } from "./task-schemas";

const summary = {
  id: z.int().describe("The person's own number for the conversation."),
  title: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
};
const wireConversation = z.object(summary).meta({ id: "Conversation" });
const wireDetail = z
  .object({
    ...summary,
    messages: z.array(
      z.object({
        id: z.string(),
        role: z.enum(["user", "assistant"]),
        created_at: z.string(),
        run_id: z.string().nullable(),
        parts: z.array(z.looseObject({ type: z.string() })),
      }),
    ),
    active_run: z
      .object({
        id: z.string(),
        status: z.enum(["running", "awaiting_approval"]),
        approvals: z.array(wireApproval),
        last_event_id: z.int().describe("Of the events that the messages already hold."),
      })
      .nullable()
      .describe("The run that works on it, or waits for an answer."),
  })
  .meta({ id: "ConversationDetail" });

const words = `a text of 1 to ${TITLE_MAX} characters`;
const naming = z
  .strictObject({
    title: z.string({ error: words }).trim().min(1, words).max(TITLE_MAX, words),
    user_id: z.unknown().optional(),
  })
  .meta({ id: "ConversationEdit" });

const path = "/conversations/{conversation_id}";

/** What there is to do with conversations over HTTP. */
export const conversationOperations = {
  list: operation({
    id: "listConversations",
    tag: "Conversations",
    method: "GET",
    path: "/conversations",
    summary: "List conversations",
    description: "The last one spoken in first. Search looks in titles and in what was said.",
    named: true,
    query: pageQuery.extend({ search: z.string().max(200, "at most 200 characters").optional() }),
    answers: {
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
    description: "With its newest 200 messages, oldest first.",
    named: true,
    answers: { 200: { description: "The conversation.", schema: wireDetail } },
  }),
  rename: operation({
    id: "renameConversation",
    tag: "Conversations",
    method: "PATCH",
    path,
    summary: "Rename a conversation",
    named: true,
    body: naming,
    answers: { 200: { description: "With its new name.", schema: wireConversation } },
    problems: [400, 413, 415, 422],
  }),
  remove: operation({
    id: "deleteConversation",
    tag: "Conversations",
    method: "DELETE",
    path,
    summary: "Delete a conversation for ever",
    description: "What the assistant did to tasks stays.",
    named: true,
    answers: { 204: { description: "It is gone." } },
  }),
};

/** Conversations over HTTP. */
export function conversationRoutes(karlo: Karlo): Hono {
  const { db } = karlo;
  const routes = new Hono();

  route(routes, karlo, conversationOperations.list, async ({ who: { user }, query }) => {
    const { limit, cursor: after, search } = query;
    const page = await listConversations(db, user.id, { search, limit, after });
    return json({
      conversations: page.conversations.map(summaryToWire),
      next_cursor: page.nextCursor,
    });
  });

  route(routes, karlo, conversationOperations.get, async ({ who: { user }, param }) =>
    json(detailToWire(await getConversation(db, user.id, numberIn(param("conversation_id"))))),
  );

  route(routes, karlo, conversationOperations.rename, async ({ who: { user }, param, body }) => {
    const id = numberIn(param("conversation_id"));
    return json(summaryToWire(await renameConversation(db, user.id, id, body.title)));
  });

  route(routes, karlo, conversationOperations.remove, async ({ who: { user }, param }) => {
    await deleteConversation(db, user.id, numberIn(param("conversation_id")));
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

/** A conversation's number from an address. What cannot be one names none. */
function numberIn(text: string): number {
  const number = Number(text);
  if (!/^\d{1,10}$/.test(text) || number < 1 || number > 2 ** 31 - 1) {
    throw conversationNotFound(Number.isSafeInteger(number) ? number : 0);
  }
  return number;
}
