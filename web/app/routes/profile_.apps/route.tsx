import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccessPage } from "#app/accounts/apps/AccessPage";
import type { AccessResult } from "#app/accounts/apps/access-form";
import { readAccessPage } from "#app/accounts/apps/read-access-page.server";
import { submitAccessForm } from "#app/accounts/apps/submit-access-form.server";
import { requestDisplayLocale } from "#app/accounts/preferences/device-preferences.server";
import { requireUser } from "#app/accounts/session/session.server";
import { pageTitle } from "#app/i18n/titles";
import { readFormData } from "#app/platform/read-form";
import { createNotice, noticeCookie } from "#app/ui/feedback/notice.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "apps");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  return readAccessPage(app, await requireUser(app, request));
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const user = await requireUser(app, request);
  const form = await readFormData(request);
  const locale = await requestDisplayLocale(request, user);
  const outcome = await submitAccessForm(app, request, user.id, form, locale);
  if ("result" in outcome)
    return data<AccessResult>(outcome.result, { status: outcome.status ?? 200 });
  const headers = { "Set-Cookie": await noticeCookie(createNotice(outcome.notice)) };
  return redirect("/profile/apps", { status: 303, headers });
}

export default function Apps() {
  return (
    <AccessPage data={useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
  );
}
