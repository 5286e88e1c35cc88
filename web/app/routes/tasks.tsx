import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/accounts/session/session.server";
import { safePath } from "#app/accounts/sign-in/safe-path";
import { pageTitle } from "#app/i18n/titles";
import { useHoldsLoads } from "#app/offline/connection/use-connection";
import { submitForm } from "#app/offline/outbox/outbox";
import { useChangedPage } from "#app/offline/outbox/use-changed-page";
import { oncePerSubmission } from "#app/platform/idempotency";
import { readForm } from "#app/platform/read-form";
import { countUnread } from "#app/reminders/bell/read-bell.server";
import { tellOfChannels } from "#app/reminders/preferences/tell-of-channels.server";
import { taskFormSchema } from "#app/tasks/edit/task-form";
import { actOnTasks } from "#app/tasks/list/act-on-tasks.server";
import { readTasksPage } from "#app/tasks/list/read-tasks-page.server";
import { TasksPage } from "#app/tasks/list/TasksPage";
import { createNotice, finishAction } from "#app/ui/feedback/notice.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "tasks");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const user = await requireUser(app, request);
  const [page, unread] = await Promise.all([
    readTasksPage(app.db, user, new URL(request.url).searchParams),
    // For the bell: this page is read anew when something rings.
    countUnread(app.db, user.id),
  ]);
  return { ...page, unread };
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
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
  const { searchParams } = new URL(request.url);
  if (form.data.intent === "delete") searchParams.delete("task");
  const to = searchParams.size > 0 ? `/tasks?${searchParams}` : "/tasks";
  const notice = createNotice(outcome.notice, outcome.undo, outcome);
  // A form of another page, such as a row of the chat, says where it goes back to.
  return finishAction(request, notice, safePath(fields.returnTo, to));
}

/** The outbox sends a form: what cannot be sent now waits on this device. */
export const clientAction = async ({ request }: ClientActionFunctionArgs) =>
  submitForm(await request.formData());

export default function Tasks() {
  const answer = useActionData<typeof action>();
  const held = useHoldsLoads();
  const { conflict, ...changed } = useChangedPage(useLoaderData<typeof loader>());
  const failure = answer?.ok ? undefined : (answer ?? undefined);
  return <TasksPage {...changed} held={held} failure={conflict ?? failure} />;
}
