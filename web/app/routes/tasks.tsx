import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/accounts/session/session.server";
import { pageTitle } from "#app/i18n/titles";
import { useHoldsLoads } from "#app/offline/connection/use-connection";
import { submitForm } from "#app/offline/outbox/outbox";
import { takesTask } from "#app/offline/outbox/overlay";
import { useChangedPage } from "#app/offline/outbox/use-changed-page";
import { countUnread } from "#app/reminders/bell/read-bell.server";
import { answerTaskForm } from "#app/shell/answer-task-form.server";
import { readTasksPage } from "#app/tasks/list/read-tasks-page.server";
import { TasksPage } from "#app/tasks/list/TasksPage";

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

export const action = ({ request, context: { app } }: ActionFunctionArgs) =>
  answerTaskForm(app, request);

/** The outbox sends a form: what cannot be sent now waits on this device. */
export const clientAction = async ({ request }: ClientActionFunctionArgs) =>
  submitForm(await request.formData());

export default function Tasks() {
  const answer = useActionData<typeof action>();
  const held = useHoldsLoads();
  const { conflict, ...changed } = useChangedPage(useLoaderData<typeof loader>(), takesTask);
  const failure = answer?.ok ? undefined : (answer ?? undefined);
  return <TasksPage {...changed} held={held} failure={conflict ?? failure} />;
}
