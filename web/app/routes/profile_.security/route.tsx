import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requestDisplayLocale } from "#app/accounts/preferences/device-preferences.server";
import { readSecurityPage } from "#app/accounts/security/read-security-page.server";
import { SecurityPage } from "#app/accounts/security/SecurityPage";
import { type SecurityResult, securityFormSchema } from "#app/accounts/security/security-form";
import {
  securityFailure,
  submitSecurityForm,
} from "#app/accounts/security/submit-security-form.server";
import { requireUser } from "#app/accounts/session/session.server";
import { pageTitle } from "#app/i18n/titles";
import { readForm } from "#app/platform/read-form";
import { createNotice, noticeCookie } from "#app/ui/feedback/notice.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "security");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const user = await requireUser(app, request);
  const page = Number(new URL(request.url).searchParams.get("page"));
  const valid = Number.isInteger(page) && page > 0 && page <= 10_000;
  return readSecurityPage(app, request, user, valid ? page : 1);
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const user = await requireUser(app, request);
  const form = await readForm(request);
  const locale = await requestDisplayLocale(request, user);
  const parsed = securityFormSchema.safeParse(form);
  if (!parsed.success) return securityFailure(form, locale, user.email, parsed.error);
  try {
    const outcome = await submitSecurityForm(app, request, user, parsed.data);
    if ("result" in outcome) return data<SecurityResult>(outcome.result);
    const headers = outcome.headers ?? new Headers();
    headers.append("Set-Cookie", await noticeCookie(createNotice(outcome.notice)));
    return redirect("/profile/security", { status: 303, headers });
  } catch (error) {
    return securityFailure(form, locale, user.email, error);
  }
}

export default function Security() {
  return (
    <SecurityPage data={useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
  );
}
