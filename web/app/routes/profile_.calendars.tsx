import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/accounts/session/session.server";
import { pageTitle } from "#app/i18n/titles";
import { readStorableForm } from "#app/platform/read-form";
import { FeedsPage } from "#app/tasks/feeds/FeedsPage";
import { readFeedsPage } from "#app/tasks/feeds/read-feeds-page.server";
import { submitFeedForm } from "#app/tasks/feeds/submit-feed-form.server";
import { createNotice, noticeCookie } from "#app/ui/feedback/notice.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "calendars");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  return readFeedsPage(app.db, await requireUser(app, request));
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const user = await requireUser(app, request);
  const deps = { db: app.db, publicUrl: app.config.PUBLIC_URL };
  const result = await submitFeedForm(deps, user, await readStorableForm(request));
  if (result) return result;
  const headers = { "Set-Cookie": await noticeCookie(createNotice("feedRevoked")) };
  throw redirect("/profile/calendars", { status: 303, headers });
}

export default function Calendars() {
  return (
    <FeedsPage data={useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
  );
}
