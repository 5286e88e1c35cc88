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
  sharedDeviceCookie,
  signUpPreferences,
} from "#app/accounts/preferences/device-preferences.server";
import { PASSWORD_MAX, PASSWORD_MIN } from "#app/accounts/session/auth.server";
import { getUser } from "#app/accounts/session/session.server";
import { AccountPage } from "#app/accounts/sign-in/AccountPage";
import { accountFailure } from "#app/accounts/sign-in/account-failure.server";
import { GoogleForm } from "#app/accounts/sign-in/GoogleForm";
import { ConfirmationSent } from "#app/accounts/sign-in/RecoveryForm";
import { SignUpForm } from "#app/accounts/sign-in/SignUpForm";
import { safePath } from "#app/accounts/sign-in/safe-path";
import { signUp } from "#app/accounts/sign-in/sign-up.server";
import { pageTitle } from "#app/i18n/titles";
import { readForm } from "#app/platform/read-form";
import { START_PAGE } from "#app/platform/start-page";
import { emailInput, NAME_MAX, secretInput, textInput } from "#app/platform/text-input";
import { timeZoneInput } from "#app/platform/time-zone";
import { createNotice, noticeCookie } from "#app/ui/feedback/notice.server";

const schema = z.object({
  name: textInput({ max: NAME_MAX, expected: "name" }),
  email: emailInput("email"),
  password: secretInput(PASSWORD_MIN, PASSWORD_MAX, "password"),
  timeZone: timeZoneInput.optional().catch(undefined),
});

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "signUp");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const next = safePath(new URL(request.url).searchParams.get("next"), START_PAGE);
  if (await getUser(app, request)) throw redirect(next);
  const shared = (await readPreferences(request)).keepsNothing ?? false;
  return { next, shared, google: app.config.GOOGLE_CLIENT_ID !== undefined };
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const form = await readForm(request);
  const parsed = schema.safeParse(form);
  if (!parsed.success) return accountFailure(request, form, parsed.error);
  try {
    const shared = form.shared === "yes";
    const { headers, body } = await signUp(app, request, {
      ...parsed.data,
      rememberMe: !shared,
      ...(await signUpPreferences(request)),
    });
    headers.append("Set-Cookie", await sharedDeviceCookie(request, shared));
    if (body.token === null) return { sent: true as const };
    headers.append("Set-Cookie", await noticeCookie(createNotice("welcome")));
    return redirect(safePath(form.next, START_PAGE), { status: 303, headers });
  } catch (error) {
    return accountFailure(request, form, error);
  }
}

export default function SignUpPage() {
  const { next, shared, google } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "sent" in answer) {
    return (
      <AccountPage>
        <ConfirmationSent />
      </AccountPage>
    );
  }
  return (
    <AccountPage>
      <SignUpForm next={next} failure={answer} shared={shared} />
      {google && <GoogleForm next={next} />}
    </AccountPage>
  );
}
