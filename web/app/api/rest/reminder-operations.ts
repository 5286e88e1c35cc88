import { z } from "zod";
import { momentOutput } from "#app/platform/documented";
import { notificationAction } from "#app/reminders/act/act-on-notification.server";
import { preferencesInput, wirePreferences } from "#app/reminders/preferences/preferences";
import { subscriptionInput } from "#app/reminders/push/subscriptions.server";
import { taskFilters } from "#app/tasks/list/task-query";
import { operation } from "./operation";
import { saidAtInput } from "./said-at";

const ID = "an id of a notification";
const id = z.string(ID).regex(/^[1-9]\d{0,17}$/, ID);

const wireNotification = z
  .object({
    id: z.string(),
    kind: z.enum(["reminder", "digest", "review"]),
    at: momentOutput().describe("When it rang."),
    read: z.boolean(),
    unsure: z.boolean().describe("Whether it is not known if it reached a device."),
    count: z
      .int()
      .describe(
        "How many of its tasks are still in the list; of more than 1,000, how many it had.",
      ),
    tasks: z
      .array(
        z.object({
          id: z.int(),
          title: z.string(),
          due_at: z.string().nullable(),
          completed: z.boolean(),
        }),
      )
      .describe("The first of them."),
    content: z
      .object({
        due_today: z.int(),
        overdue: z.int(),
        completed: z.int(),
        open: z.int(),
        titles: z.array(z.string()),
      })
      .nullable()
      .describe("The numbers of a digest or a look back."),
  })
  .meta({ id: "Notification" });

const preferencesResponse = {
  200: { description: "The preferences.", schema: wirePreferences },
};

/** Operations on what rang, and on how it reaches a person. */
export const reminderOperations = {
  notifications: operation({
    id: "listNotifications",
    tag: "Reminders",
    method: "GET",
    path: "/notifications",
    summary: "List what rang",
    description: "Newest first; kept for 60 days.",
    underUserId: false,
    query: z.strictObject({ limit: taskFilters.limit.optional(), cursor: id.optional() }),
    responses: {
      200: {
        description: "One page.",
        schema: z.object({
          notifications: z.array(wireNotification),
          unread: z.int(),
          next_cursor: z.string().nullable(),
        }),
      },
    },
    problems: [422],
  }),
  read: operation({
    id: "readNotifications",
    tag: "Reminders",
    method: "POST",
    path: "/notifications/read",
    summary: "Mark one notification as read, or all",
    underUserId: false,
    body: z.strictObject({ id: id.optional() }).meta({ id: "ReadNotifications" }),
    responses: { 204: { description: "Read, on every device." } },
    problems: [400, 413, 415, 422],
  }),
  act: operation({
    id: "actOnNotification",
    tag: "Reminders",
    method: "POST",
    path: "/notifications/act",
    summary: "Press a button of a push notification",
    description:
      "Needs no session: the token came with the push, allows this and nothing else, and expires after seven days.",
    underUserId: false,
    isPublic: true,
    body: z
      .strictObject({
        token: z.string("the token of a push").max(1_000, "the token of a push"),
        action: notificationAction,
        said_at: saidAtInput,
      })
      .meta({ id: "NotificationAction" }),
    responses: {
      200: { description: "Done.", schema: z.object({ tasks: z.int() }) },
    },
    problems: [400, 410, 413, 415, 422],
  }),
  pushKey: operation({
    id: "getPushKey",
    tag: "Reminders",
    method: "GET",
    path: "/push",
    summary: "Read the key that browsers subscribe with",
    underUserId: false,
    query: z.strictObject({
      endpoint: z
        .string()
        .max(2_000)
        .optional()
        .describe("Of a browser, to ask whether your pushes go there."),
    }),
    responses: {
      200: {
        description: "The key.",
        schema: z.object({
          public_key: z.string().nullable().describe("In base64url; null: there are no pushes."),
          subscribed: z.boolean().describe("Whether your pushes go to the endpoint."),
        }),
      },
    },
    problems: [422],
  }),
  subscribe: operation({
    id: "subscribePush",
    tag: "Reminders",
    method: "POST",
    path: "/push/subscriptions",
    summary: "Have pushes sent to a browser",
    description: "Of a session, it ends with the session.",
    underUserId: false,
    body: subscriptionInput,
    responses: { 204: { description: "Pushes go there." } },
    problems: [400, 413, 415, 422],
  }),
  unsubscribe: operation({
    id: "unsubscribePush",
    tag: "Reminders",
    method: "DELETE",
    path: "/push/subscriptions",
    summary: "Stop pushes to a browser",
    underUserId: false,
    query: z.strictObject({ endpoint: z.string().max(2_000) }),
    responses: { 204: { description: "No pushes go there." } },
    problems: [422],
  }),
  preferences: operation({
    id: "getReminderPreferences",
    tag: "Reminders",
    method: "GET",
    path: "/reminders/preferences",
    summary: "Read how you are reminded",
    underUserId: false,
    responses: preferencesResponse,
  }),
  changePreferences: operation({
    id: "changeReminderPreferences",
    tag: "Reminders",
    method: "PATCH",
    path: "/reminders/preferences",
    summary: "Change how you are reminded",
    description: "Omitted members are unchanged. Reminders that are planned follow.",
    underUserId: false,
    body: preferencesInput.meta({ id: "ReminderPreferencesEdit" }),
    responses: preferencesResponse,
    problems: [400, 413, 415, 422],
  }),
};
