import { z } from "zod";
import { operation } from "../operation";
import { chatKitRequest } from "./requests";

const secret = z
  .object({
    client_secret: z.string().describe("For `Authorization: Bearer` at `/api/chatkit` alone."),
    expires_at: z.string(),
  })
  .meta({ id: "ClientSecret" });

const refreshing = z
  .object({
    client_secret: z
      .string("a client secret")
      .max(4_000, "a client secret")
      .nullish()
      .describe("The one that is about to expire."),
  })
  .meta({ id: "ClientSecretRefresh" });

/** ChatKit over HTTP. */
export const chatKitOperations = {
  process: operation({
    id: "chatKit",
    tag: "ChatKit",
    method: "POST",
    path: "/chatkit",
    base: "/api",
    summary: "Do an operation of the ChatKit protocol",
    description: "Operations that say something stream their events; the others answer at once.",
    named: false,
    body: chatKitRequest,
    answers: {
      200: {
        description: "As the protocol has it.",
        schema: z.looseObject({}),
        mediaTypes: ["text/event-stream"],
      },
    },
    problems: [400, 409, 413, 415, 422, 429, 501],
  }),
  session: operation({
    id: "beginChatKitSession",
    tag: "ChatKit",
    method: "POST",
    path: "/chatkit/session",
    base: "/api",
    summary: "Get a client secret for a page of yours",
    named: false,
    answers: { 200: { description: "It lives 10 minutes.", schema: secret } },
  }),
  refresh: operation({
    id: "refreshChatKitSession",
    tag: "ChatKit",
    method: "POST",
    path: "/chatkit/refresh",
    base: "/api",
    summary: "Get the next client secret",
    description: "With the session or token that the first one was got with.",
    named: false,
    body: refreshing,
    answers: { 200: { description: "It lives 10 minutes.", schema: secret } },
    problems: [400, 413, 415, 422],
  }),
  health: operation({
    id: "chatKitHealth",
    tag: "ChatKit",
    method: "GET",
    path: "/chatkit/health",
    base: "/api",
    summary: "Whether ChatKit answers here",
    named: false,
    open: true,
    answers: { 200: { description: "It does.", schema: z.object({ status: z.literal("ok") }) } },
  }),
};
