import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import {
  readPreferences,
  requestLanguage,
  sharedDeviceCookie,
} from "#app/accounts/preferences/device-preferences.server";
import { getUser } from "#app/accounts/session/session.server";
import { AccountPage } from "#app/accounts/sign-in/AccountPage";
import { accountFailure } from "#app/accounts/sign-in/account-failure.server";
import { GoogleForm } from "#app/accounts/sign-in/GoogleForm";
import { PasskeySignIn } from "#app/accounts/sign-in/PasskeySignIn";
import { SignInForm } from "#app/accounts/sign-in/SignInForm";
import { safePath } from "#app/accounts/sign-in/safe-path";
import { needsSecondStep } from "#app/accounts/sign-in/second-step.server";
import { signIn } from "#app/accounts/sign-in/sign-in.server";
import { errorDetail } from "#app/i18n/errors";
import { pageTitle } from "#app/i18n/titles";
import { readForm } from "#app/platform/read-form";
import { START_PAGE } from "#app/platform/start-page";
import { emailInput, secretInput } from "#app/platform/text-input";
import { createNotice, noticeCookie } from "#app/ui/feedback/notice.server";

const schema = z.object({
  email: emailInput("email"),
  password: secretInput(1, 128, "passwordMissing"),
});

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "signIn");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const next = safePath(new URL(request.url).searchParams.get("next"), START_PAGE);
  if (await getUser(app, request)) throw redirect(next);
  // A failed Google sign-in redirects here with an `error` parameter.
  const { searchParams } = new URL(request.url);
  const failed = searchParams.has("error")
    ? "google_failed"
    : searchParams.has("expired")
      ? "second_step_expired"
      : null;
  const language = await requestLanguage(request);
  return {
    next,
    shared: (await readPreferences(request)).keepsNothing ?? false,
    google: app.config.GOOGLE_CLIENT_ID !== undefined,
    problem: failed && errorDetail(failed, language),
  };
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const form = await readForm(request);
  const parsed = schema.safeParse(form);
  if (!parsed.success) return accountFailure(request, form, parsed.error);
  try {
    const shared = form.shared === "yes";
    const answer = await signIn(app, request, { ...parsed.data, rememberMe: !shared });
    const { headers } = answer;
    headers.append("Set-Cookie", await sharedDeviceCookie(request, shared));
    if (needsSecondStep(answer)) {
      const search = new URLSearchParams({ next: safePath(form.next, START_PAGE) });
      return redirect(`/sign-in/code?${search}`, { status: 303, headers });
    }
    headers.append("Set-Cookie", await noticeCookie(createNotice("welcomeBack")));
    return redirect(safePath(form.next, START_PAGE), { status: 303, headers });
  } catch (error) {
    return accountFailure(request, form, error);
  }
}

export default function SignInPage() {
  const { next, shared, google, problem } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <AccountPage>
      <SignInForm next={next} problem={problem} failure={failure} shared={shared} />
      <PasskeySignIn next={next} />
      {google && <GoogleForm next={next} />}
    </AccountPage>
  );
}
