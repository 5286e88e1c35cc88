import { data, type LoaderFunctionArgs } from "@remix-run/node";
import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { z } from "zod";
import { requireUser } from "#app/accounts/session/session.server";
import { SHOWN_MAX } from "#app/conversations/answers/answer-tasks";
import { readShownTasks } from "#app/conversations/answers/read-shown-tasks.server";

const ids = z
  .string()
  .max(SHOWN_MAX * 11)
  .regex(/^\d{1,10}(?:,\d{1,10})*$/)
  .transform((list) => [...new Set(list.split(",").map(Number))])
  .pipe(z.array(z.int().min(1).max(2_147_483_647)).max(SHOWN_MAX));

/** The state of the tasks that answers name, for the chat in the corner of a page. */
export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const user = await requireUser(app, request);
  const parsed = ids.safeParse(new URL(request.url).searchParams.get("ids") ?? "");
  if (!parsed.success) throw data(null, { status: 422 });
  // A response: of a bare object Remix prints a warning where it is asked for without a page.
  return Response.json(await readShownTasks(app.db, user.id, parsed.data));
}

/** Rows that cannot be read anew stay as they are: the page around them has nothing to do with it. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  try {
    return await serverLoader<typeof loader>();
  } catch {
    return { failed: true };
  }
}
