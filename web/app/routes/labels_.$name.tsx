import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/accounts/session/session.server";
import { pageTitle } from "#app/i18n/titles";
import { submitForm } from "#app/offline/outbox/outbox";
import { takesInGroup } from "#app/offline/outbox/overlay";
import { useChangedPage } from "#app/offline/outbox/use-changed-page";
import { answerTaskForm } from "#app/shell/answer-task-form.server";
import { GroupPage } from "#app/tasks/groups/GroupPage";
import { readGroupPage } from "#app/tasks/groups/read-group-page.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "lists");

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const user = await requireUser(app, request);
  const { searchParams } = new URL(request.url);
  return readGroupPage(app.db, user, "label", params.name ?? "", searchParams);
}

export const action = ({ request, context: { app } }: ActionFunctionArgs) =>
  answerTaskForm(app, request);

/** The outbox sends a form: what cannot be sent now waits on this device. */
export const clientAction = async ({ request }: ClientActionFunctionArgs) =>
  submitForm(await request.formData());

export default function TaskGroup() {
  const answer = useActionData<typeof action>();
  const { conflict, ...changed } = useChangedPage(useLoaderData<typeof loader>(), takesInGroup);
  const failure = answer?.ok ? undefined : (answer ?? undefined);
  return <GroupPage {...changed} failure={conflict ?? failure} />;
}
