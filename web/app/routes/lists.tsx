import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/accounts/session/session.server";
import { pageTitle } from "#app/i18n/titles";
import { readStorableForm } from "#app/platform/read-form";
import { actOnGroups } from "#app/tasks/groups/act-on-groups.server";
import { groupFormSchema } from "#app/tasks/groups/group-form";
import { ListsPage } from "#app/tasks/groups/ListsPage";
import { listGroups } from "#app/tasks/groups/list-groups.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "lists");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const user = await requireUser(app, request);
  const [lists, labels] = await Promise.all([
    listGroups(app.db, user.id, "list"),
    listGroups(app.db, user.id, "label"),
  ]);
  return { lists, labels };
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const user = await requireUser(app, request);
  const form = groupFormSchema.safeParse(await readStorableForm(request));
  if (!form.success) throw data(null, { status: 400 });
  const actor = { userId: user.id, by: "person", timeZone: user.timeZone } as const;
  const failure = await actOnGroups(app.db, actor, form.data);
  return failure ? data(failure, { status: 422 }) : redirect("/lists", 303);
}

export default function Lists() {
  return <ListsPage {...useLoaderData<typeof loader>()} failure={useActionData<typeof action>()} />;
}
