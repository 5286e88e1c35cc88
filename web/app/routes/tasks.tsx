import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { requireUser } from "#app/accounts/session.server";
import { pageTitle } from "#app/i18n/titles";
import { actOnTasks } from "#app/tasks/act-on-tasks.server";
import { inOrder } from "#app/tasks/in-order";
import { notLoaded, useLastLoaded } from "#app/tasks/not-loaded";
import { readTasksPage } from "#app/tasks/read-tasks-page.server";
import { TasksPage } from "#app/tasks/TasksPage";
import { taskFormSchema } from "#app/tasks/task-form";
import { notSaved } from "#app/tasks/unsaved";
import { done, newNotice } from "#app/ui/notice.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "tasks");

export async function loader({ request, context: { karlo } }: LoaderFunctionArgs) {
  const user = await requireUser(karlo, request);
  return readTasksPage(karlo.db, user, new URL(request.url).searchParams);
}

/** A list that cannot be loaded leaves the page and all that is written in it where they are. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  try {
    return await serverLoader<typeof loader>();
  } catch (error) {
    return notLoaded(error);
  }
}

export async function action({ request, context: { karlo } }: ActionFunctionArgs) {
  const user = await requireUser(karlo, request);
  const form = taskFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw data(null, { status: 400 });
  const actor = { userId: user.id, by: "person", timeZone: user.timeZone } as const;
  const outcome = await actOnTasks(karlo.db, actor, form.data);
  if (!outcome.ok) return data(outcome, { status: outcome.problem === "conflict" ? 409 : 422 });
  const { searchParams } = new URL(request.url);
  if (form.data.intent === "delete") searchParams.delete("task");
  const to = searchParams.size > 0 ? `/tasks?${searchParams}` : "/tasks";
  return done(request, newNotice(outcome.did, outcome.undo), to);
}

/** What could not be sent is said where it was done; the page and all that is written in it stay. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  try {
    const form = await request.clone().formData();
    return await inOrder(form, () => serverAction<typeof action>());
  } catch (error) {
    if (error instanceof Response) throw error;
    // A status of an error keeps the page from being loaded again, which would fail too.
    return Response.json(notSaved(), { status: 503 });
  }
}

export default function Tasks() {
  const answer = useActionData<typeof action>();
  const { page, lost } = useLastLoaded(useLoaderData<typeof clientLoader>());
  return <TasksPage {...page} lost={lost} failure={answer?.ok ? undefined : answer} />;
}
