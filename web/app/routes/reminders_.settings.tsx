import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/accounts/session/session.server";
import { pageTitle } from "#app/i18n/titles";
import { readStorableForm } from "#app/platform/read-form";
import { readSettingsPage } from "#app/reminders/preferences/read-settings-page.server";
import { SettingsPage } from "#app/reminders/preferences/SettingsPage";
import { submitSettings } from "#app/reminders/preferences/submit-settings.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "reminderSettings");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const user = await requireUser(app, request);
  const { push, mailer } = app;
  const channels = { publicKey: push?.publicKey ?? null, mails: mailer !== null };
  return readSettingsPage(app.db, user, channels);
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const user = await requireUser(app, request);
  return submitSettings(app.db, user.id, await readStorableForm(request));
}

export default function ReminderSettings() {
  return (
    <SettingsPage data={useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
  );
}
