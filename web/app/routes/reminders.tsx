import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/accounts/session/session.server";
import { pageTitle } from "#app/i18n/titles";
import { submitForm } from "#app/offline/outbox/outbox";
import { useChangedBell } from "#app/offline/outbox/use-changed-bell";
import { readStorableForm } from "#app/platform/read-form";
import { actOnBell, bellFormSchema } from "#app/reminders/bell/act-on-bell.server";
import { BellPage } from "#app/reminders/bell/BellPage";
import { readBellPage } from "#app/reminders/bell/read-bell-page.server";
import { isDocumentRequest } from "#app/ui/feedback/notice.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "reminders");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const user = await requireUser(app, request);
  const before = new URL(request.url).searchParams.get("before");
  return readBellPage(app.db, user, app.mailer !== null, before);
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const user = await requireUser(app, request);
  const actor = { userId: user.id, by: "person", timeZone: user.timeZone } as const;
  const form = bellFormSchema.safeParse(await readStorableForm(request));
  if (!form.success) throw data(null, { status: 400 });
  await actOnBell(app.db, actor, form.data);
  return isDocumentRequest(request) ? redirect("/reminders", { status: 303 }) : data({ ok: true });
}

/** The outbox sends a form: what cannot be sent now waits on this device. */
export const clientAction = async ({ request }: ClientActionFunctionArgs) =>
  submitForm(await request.formData());

export default function Reminders() {
  return <BellPage data={useChangedBell(useLoaderData<typeof loader>())} />;
}
