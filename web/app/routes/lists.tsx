import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireUser } from "#app/accounts/session/session.server";
import { pageTitle } from "#app/i18n/titles";
import { readStorableForm } from "#app/platform/read-form";
import { actOnFilters } from "#app/tasks/filters/act-on-filters.server";
import { filterFormSchema } from "#app/tasks/filters/filter-form";
import { listFilters } from "#app/tasks/filters/list-filters.server";
import { actOnGroups } from "#app/tasks/groups/act-on-groups.server";
import { groupFormSchema } from "#app/tasks/groups/group-form";
import { ListsPage } from "#app/tasks/groups/ListsPage";
import { listGroups } from "#app/tasks/groups/list-groups.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "lists");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const user = await requireUser(app, request);
  const [lists, labels, filters] = await Promise.all([
    listGroups(app.db, user.id, "list"),
    listGroups(app.db, user.id, "label"),
    listFilters(app.db, user.id),
  ]);
  return { lists, labels, filters };
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const user = await requireUser(app, request);
  const form = z
    .union([groupFormSchema, filterFormSchema])
    .safeParse(await readStorableForm(request));
  if (!form.success) throw data(null, { status: 400 });
  if (form.data.kind === "filter") {
    const done = await actOnFilters(app.db, user.id, form.data);
    return "to" in done ? redirect(done.to, 303) : data(done, { status: 422 });
  }
  const actor = { userId: user.id, by: "person", timeZone: user.timeZone } as const;
  const failure = await actOnGroups(app.db, actor, form.data);
  if (failure) return data(failure, { status: 422 });
  // The page of lists and of labels that was shown.
  const search = new URLSearchParams();
  for (const [name, page] of new URL(request.url).searchParams)
    if (name === "list" || name === "label") search.set(name, page);
  return redirect(search.size > 0 ? `/lists?${search}` : "/lists", 303);
}

export default function Lists() {
  return <ListsPage {...useLoaderData<typeof loader>()} failure={useActionData<typeof action>()} />;
}
