import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/accounts/session/session.server";
import { pageTitle } from "#app/i18n/titles";
import { submitForm } from "#app/offline/outbox/outbox";
import { useChangedPage } from "#app/offline/outbox/use-changed-page";
import { answerTaskForm } from "#app/shell/answer-task-form.server";
import { CalendarPage } from "#app/tasks/calendar/CalendarPage";
import { readCalendar } from "#app/tasks/calendar/read-calendar.server";
import { isOnCalendar } from "#app/tasks/places/takes-task";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "calendar");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const user = await requireUser(app, request);
  return readCalendar(app.db, user, new URL(request.url).searchParams);
}

export const action = ({ request, context: { app } }: ActionFunctionArgs) =>
  answerTaskForm(app, request);

/** The outbox sends a form: what cannot be sent now waits on this device. */
export const clientAction = async ({ request }: ClientActionFunctionArgs) =>
  submitForm(await request.formData());

export default function Calendar() {
  const answer = useActionData<typeof action>();
  const { conflict, ...changed } = useChangedPage(useLoaderData<typeof loader>(), isOnCalendar);
  const failure = answer?.ok ? undefined : (answer ?? undefined);
  return <CalendarPage {...changed} failure={conflict ?? failure} />;
}
