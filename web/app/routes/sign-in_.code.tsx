import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { getUser } from "#app/accounts/session/session.server";
import { AccountPage } from "#app/accounts/sign-in/AccountPage";
import { accountFailure } from "#app/accounts/sign-in/account-failure.server";
import { SecondStepForm } from "#app/accounts/sign-in/SecondStepForm";
import { safePath } from "#app/accounts/sign-in/safe-path";
import { completeSignIn, ticketOfRequest } from "#app/accounts/sign-in/second-step.server";
import { pageTitle } from "#app/i18n/titles";
import { isAppError } from "#app/platform/errors";
import { readForm } from "#app/platform/read-form";
import { START_PAGE } from "#app/platform/start-page";
import { createNotice, noticeCookie } from "#app/ui/feedback/notice.server";

const schema = z.object({
  code: z.string("codeMissing").trim().min(1, "codeMissing").max(100, "codeMissing"),
});

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "signIn");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const next = safePath(new URL(request.url).searchParams.get("next"), START_PAGE);
  if (await getUser(app, request)) throw redirect(next);
  if (!(await ticketOfRequest(app, request))) throw redirect(toFirstStep(next));
  return { next };
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const form = await readForm(request);
  const next = safePath(form.next, START_PAGE);
  const ticket = await ticketOfRequest(app, request);
  if (!ticket) return redirect(toFirstStep(next), 303);
  const parsed = schema.safeParse(form);
  if (!parsed.success) return accountFailure(request, form, parsed.error);
  try {
    const { headers } = await completeSignIn(app, request, { ticket, code: parsed.data.code });
    headers.append("Set-Cookie", await noticeCookie(createNotice("welcomeBack")));
    return redirect(next, { status: 303, headers });
  } catch (error) {
    // The ticket is of no use any more: the way on is the password again.
    if (isAppError(error) && error.code === "second_step_expired")
      return redirect(`${toFirstStep(next)}&expired=1`, 303);
    return accountFailure(request, form, error);
  }
}

const toFirstStep = (next: string): string => `/sign-in?${new URLSearchParams({ next })}`;

export default function SecondStepPage() {
  const { next } = useLoaderData<typeof loader>();
  return (
    <AccountPage>
      <SecondStepForm next={next} failure={useActionData<typeof action>()} />
    </AccountPage>
  );
}
