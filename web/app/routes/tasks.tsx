import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/accounts/session.server";
import { pageTitle } from "#app/i18n/titles";
import { actOnTasks } from "#app/tasks/act-on-tasks.server";
import { readTasksPage } from "#app/tasks/read-tasks-page.server";
import { TasksPage } from "#app/tasks/TasksPage";
import { taskFormSchema } from "#app/tasks/task-form";
import { done, newNotice } from "#app/ui/notice.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "tasks");

export async function loader({ request, context: { karlo } }: LoaderFunctionArgs) {
  const user = await requireUser(karlo, request);
  return readTasksPage(karlo.db, user, new URL(request.url).searchParams);
}

export async function action({ request, context: { karlo } }: ActionFunctionArgs) {
  const user = await requireUser(karlo, request);
  const form = taskFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw data(null, { status: 400 });
  const actor = { userId: user.id, by: "person", timeZone: user.timeZone } as const;
  const outcome = await actOnTasks(karlo.db, actor, form.data);
  if (!outcome.ok) return data(outcome, { status: 422 });
  const { search } = new URL(request.url);
  return done(request, newNotice(outcome.did, outcome.undo), `/tasks${search}`);
}

export default function Tasks() {
  const failure = useActionData<typeof action>();
  return (
    <TasksPage {...useLoaderData<typeof loader>()} failure={failure?.ok ? undefined : failure} />
  );
}
