import { data } from "@remix-run/node";
import { requireUser } from "#app/accounts/session/session.server";
import { safePath } from "#app/accounts/sign-in/safe-path";
import type { AppContext } from "#app/app-context";
import { oncePerSubmission } from "#app/platform/idempotency";
import { readForm } from "#app/platform/read-form";
import { tellOfChannels } from "#app/reminders/preferences/tell-of-channels.server";
import { taskFormSchema } from "#app/tasks/edit/task-form";
import { actOnTasks } from "#app/tasks/list/act-on-tasks.server";
import { aboutTask } from "#app/tasks/task/about-task";
import { createNotice, finishAction } from "#app/ui/feedback/notice.server";

/** Answers a form about tasks, of any page that shows some: it leads back to that page. */
export async function answerTaskForm(app: AppContext, request: Request) {
  const user = await requireUser(app, request);
  const fields = await readForm(request);
  const form = taskFormSchema.safeParse(fields);
  if (!form.success) throw data(null, { status: 400 });
  const { id: userId, timeZone, preferences } = user;
  const actor = { userId, by: "person", timeZone, preferences } as const;
  const outcome = await oncePerSubmission(app.db, user.id, form.data, (tx) =>
    actOnTasks(tx, actor, form.data).then((done) =>
      tellOfChannels(tx, userId, app.mailer !== null, done),
    ),
  );
  if (!outcome.ok) return data(outcome, { status: outcome.problem === "conflict" ? 409 : 422 });
  const { pathname, searchParams } = new URL(request.url);
  if (form.data.intent === "delete") searchParams.delete("task");
  // What was to be added is in the list now.
  if (form.data.intent === "add") searchParams.delete("add");
  const path = pathname.replace(/\.data$/, "");
  const to = searchParams.size > 0 ? `${path}?${searchParams}` : path;
  const { link, offer, tasks } = outcome;
  const about = aboutTask(tasks);
  const notice = createNotice(outcome.notice, outcome.undo, { link, offer, about });
  // A form of another page, such as a row of the chat, says where it goes back to.
  return finishAction(request, notice, safePath(fields.returnTo, to));
}
