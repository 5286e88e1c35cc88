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
import { useChangedTrash } from "#app/offline/outbox/use-changed-trash";
import { readStorableForm } from "#app/platform/read-form";
import { actOnTrash, trashFormSchema } from "#app/tasks/trash/act-on-trash.server";
import { readTrashPage } from "#app/tasks/trash/read-trash-page.server";
import { TrashPage } from "#app/tasks/trash/TrashPage";
import { createNotice, noticeCookie } from "#app/ui/feedback/notice.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "trash");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const user = await requireUser(app, request);
  return readTrashPage(app.db, user, new URL(request.url).searchParams);
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const user = await requireUser(app, request);
  const form = trashFormSchema.safeParse(await readStorableForm(request));
  if (!form.success) throw data(null, { status: 400 });
  const actor = { userId: user.id, by: "person", timeZone: user.timeZone } as const;
  const { notice, undo } = await actOnTrash(app.db, actor, form.data);
  const headers = { "Set-Cookie": await noticeCookie(createNotice(notice, undo)) };
  return redirect("/trash", { status: 303, headers });
}

/** The outbox sends a form: what cannot be sent now waits on this device. */
export const clientAction = async ({ request }: ClientActionFunctionArgs) =>
  submitForm(await request.formData());

export default function Trash() {
  return <TrashPage {...useChangedTrash(useLoaderData<typeof loader>())} />;
}
