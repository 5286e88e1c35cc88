import { Hono } from "hono";
import { z } from "zod";
import { toActor } from "#app/api/authenticate";
import { onceByKey } from "#app/api/idempotency";
import { parseInput } from "#app/api/problem";
import type { AppContext } from "#app/app-context";
import { tellOfChannels } from "#app/reminders/preferences/tell-of-channels.server";
import { taskFormSchema } from "#app/tasks/edit/task-form";
import { actOnTasks } from "#app/tasks/list/act-on-tasks.server";
import { operation, route } from "./operation";

/** How long before now a form may have been filled in. */
const DAYS_MAX = 60;

const FIELDS_MAX = 30;

const body = z
  .strictObject({
    form: z
      .record(z.string(), z.string())
      .refine((form) => Object.keys(form).length <= FIELDS_MAX, `at most ${FIELDS_MAX} fields`)
      .describe("The fields of a form of the tasks page, `intent` first among them."),
    said_at: z.iso
      .datetime({ offset: true })
      .optional()
      .describe("When it was filled in: what `tomorrow` is counted from. At most 60 days ago."),
    user_id: z.unknown().optional().describe("Optional; must be your own id, otherwise 404."),
  })
  .meta({ id: "TaskForm" });

const outcome = z
  .looseObject({ ok: z.boolean() })
  .meta({ id: "TaskFormOutcome" })
  .describe("With `ok` the tasks that changed and the form that undoes it; else what is wrong.");

/** The forms of the tasks page, for pages that send them by script. */
export const taskFormOperations = {
  submit: operation({
    id: "submitTaskForm",
    tag: "Tasks",
    method: "POST",
    path: "/tasks/forms",
    summary: "Submit a form of the tasks page",
    description:
      "What Karlo's own pages send, at once or when there is a connection again. Words are read as quick add reads them, and an edit conflicts by field. A form that is refused is a 200 with `ok: false`.",
    underUserId: true,
    body,
    idempotent: true,
    responses: { 200: { description: "What came of it.", schema: outcome } },
    problems: [400, 413, 415, 422],
  }),
};

/** Routes of {@link taskFormOperations}. */
export function taskFormRoutes(app: AppContext): Hono {
  const routes = new Hono();
  route(routes, app, taskFormOperations.submit, async ({ caller, body: sent, request }) => {
    const form = parseInput(taskFormSchema, sent.form, "form");
    const actor = { ...toActor(caller), saidAt: saidAt(sent.said_at) };
    const { id: userId } = caller.user;
    const response = await onceByKey(app, userId, request, sent, async (tx) => {
      const outcome = await actOnTasks(tx, actor, form);
      return {
        status: 200,
        body: await tellOfChannels(tx, userId, app.mailer !== null, outcome),
      };
    });
    // After the commit: a list that was read later shows the change.
    response.headers.set("karlo-done-at", new Date().toISOString());
    return response;
  });
  return routes;
}

/** A moment that a device told, within bounds: its clock may be wrong. */
function saidAt(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const now = Date.now();
  const time = Math.min(Date.parse(text), now);
  return new Date(Math.max(time, now - DAYS_MAX * 86_400_000));
}
