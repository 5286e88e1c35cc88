import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/accounts/session.server";
import { pageTitle } from "#app/i18n/titles";
import { actOnTrash, trashFormSchema } from "#app/tasks/act-on-trash.server";
import { readTrashPage } from "#app/tasks/read-trash-page.server";
import { TrashPage } from "#app/tasks/TrashPage";
import { newNotice, noticeCookie } from "#app/ui/notice.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "trash");

export async function loader({ request, context: { karlo } }: LoaderFunctionArgs) {
  const user = await requireUser(karlo, request);
  return readTrashPage(karlo.db, user, new URL(request.url).searchParams);
}

export async function action({ request, context: { karlo } }: ActionFunctionArgs) {
  const user = await requireUser(karlo, request);
  const form = trashFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw data(null, { status: 400 });
  const actor = { userId: user.id, by: "person", timeZone: user.timeZone } as const;
  const { did, undo } = await actOnTrash(karlo.db, actor, form.data);
  const back = undo && { action: "/tasks", fields: { intent: "undo", changes: undo } };
  const headers = { "Set-Cookie": await noticeCookie(newNotice(did, back || undefined)) };
  return redirect("/trash", { status: 303, headers });
}

export default function Trash() {
  return <TrashPage {...useLoaderData<typeof loader>()} />;
}
