import { z } from "zod";
import { operation } from "#app/api/rest/operation";
import { momentOutput } from "#app/platform/documented";
import { chatKitRequest } from "./requests";

const secret = z
  .object({
    client_secret: z
      .string()
      .describe("For `Authorization: Bearer`, accepted only at `/api/chatkit`."),
    expires_at: momentOutput(),
  })
  .meta({ id: "ClientSecret" });

const refreshBody = z
  .object({
    client_secret: z
      .string("a client secret")
      .max(4_000, "a client secret")
      .nullish()
      .describe("The secret that is about to expire."),
  })
  .meta({ id: "ClientSecretRefresh" });

/** The HTTP operations of ChatKit. */
export const chatKitOperations = {
  process: operation({
    id: "chatKit",
    tag: "ChatKit",
    method: "POST",
    path: "/chatkit",
    base: "/api",
    summary: "Execute an operation of the ChatKit protocol",
    description: "Operations that send a message stream events; the others respond with JSON.",
    underUserId: false,
    body: chatKitRequest,
    idempotent: true,
    responses: {
      200: {
        description: "As defined by the protocol.",
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
    summary: "Create a client secret for an embedded chat",
    underUserId: false,
    responses: { 200: { description: "The client secret, valid for 10 minutes.", schema: secret } },
  }),
  refresh: operation({
    id: "refreshChatKitSession",
    tag: "ChatKit",
    method: "POST",
    path: "/chatkit/refresh",
    base: "/api",
    summary: "Renew a client secret",
    description: "With the session or token that created the previous one.",
    underUserId: false,
    body: refreshBody,
    responses: { 200: { description: "The client secret, valid for 10 minutes.", schema: secret } },
    problems: [400, 413, 415, 422],
  }),
  health: operation({
    id: "chatKitHealth",
    tag: "ChatKit",
    method: "GET",
    path: "/chatkit/health",
    base: "/api",
    summary: "Check that ChatKit is available",
    underUserId: false,
    isPublic: true,
    responses: {
      200: { description: "Available.", schema: z.object({ status: z.literal("ok") }) },
    },
  }),
};
