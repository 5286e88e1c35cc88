import { Hono } from "hono";
import { z } from "zod";
import { toActor } from "#app/api/authenticate";
import { onceByKey } from "#app/api/idempotency";
import { parseInput } from "#app/api/problem";
import type { AppContext } from "#app/app-context";
import type { Db } from "#app/platform/database/database";
import { actOnBell, bellFormSchema } from "#app/reminders/bell/act-on-bell.server";
import { tellOfChannels } from "#app/reminders/preferences/tell-of-channels.server";
import { taskFormSchema } from "#app/tasks/edit/task-form";
import { actOnTasks } from "#app/tasks/list/act-on-tasks.server";
import type { Actor } from "#app/tasks/task/task";
import { actOnTrash, trashFormSchema } from "#app/tasks/trash/act-on-trash.server";
import { operation, route } from "./operation";
import { readSaidAt, saidAtInput } from "./said-at";

const FIELDS_MAX = 30;

const body = z
  .strictObject({
    form: z
      .record(z.string(), z.string())
      .refine((form) => Object.keys(form).length <= FIELDS_MAX, `at most ${FIELDS_MAX} fields`)
      .describe(
        "The fields of a form of the tasks page, the trash or the bell, `intent` first among them. `tomorrow` is counted from when it was said.",
      ),
    said_at: saidAtInput,
    user_id: z.unknown().optional().describe("Optional; must be your own id, otherwise 404."),
  })
  .meta({ id: "TaskForm" });

const outcome = z
  .looseObject({ ok: z.boolean() })
  .meta({ id: "TaskFormOutcome" })
  .describe(
    "With `ok` the tasks that changed and the form that undoes it, and in `left` those that were changed elsewhere since they were seen; else what is wrong.",
  );

/** The forms of the pages that show tasks, for pages that send them by script. */
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
    const act = formOf(sent.form, app.mailer !== null);
    const actor = { ...toActor(caller), saidAt: readSaidAt(sent.said_at, request.headers) };
    const { id: userId } = caller.user;
    const response = await onceByKey(app, userId, request, sent, async (tx) => ({
      status: 200,
      body: await act(tx, actor),
    }));
    // After the commit: a list that was read later shows the change.
    response.headers.set("karlo-done-at", new Date().toISOString());
    return response;
  });
  return routes;
}

/** What a form does, by the page that it is of. Of an unknown one the tasks page says what is wrong. */
function formOf(sent: Record<string, string>, mails: boolean) {
  const trash = trashFormSchema.safeParse(sent);
  if (trash.success) {
    return async (tx: Db, actor: Actor) => ({
      ok: true,
      ...(await actOnTrash(tx, actor, trash.data)),
    });
  }
  const bell = bellFormSchema.safeParse(sent);
  if (bell.success) {
    return async (tx: Db, actor: Actor) => {
      await actOnBell(tx, actor, bell.data);
      return { ok: true };
    };
  }
  const form = parseInput(taskFormSchema, sent, "form");
  return async (tx: Db, actor: Actor) =>
    tellOfChannels(tx, actor.userId, mails, await actOnTasks(tx, actor, form));
}
