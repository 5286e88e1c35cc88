import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireUser } from "#app/accounts/session/session.server";
import { getFilter } from "#app/tasks/filters/list-filters.server";
import { viewHref } from "#app/tasks/list/list-view";

/** The address of a saved filter that stays the same whatever it shows: it leads to that view. */
export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const user = await requireUser(app, request);
  const { view } = await getFilter(app.db, user.id, params.name ?? "");
  return redirect(viewHref(view));
}
