import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AccountPage } from "#app/accounts/AccountPage";
import { accountFailure } from "#app/accounts/account-failure.server";
import { PASSWORD_MAX, PASSWORD_MIN } from "#app/accounts/auth.server";
import { devicePreferences } from "#app/accounts/device-preferences.server";
import { GoogleForm } from "#app/accounts/GoogleForm";
import { ConfirmationSent } from "#app/accounts/RecoveryForm";
import { SignUpForm } from "#app/accounts/SignUpForm";
import { safePath } from "#app/accounts/safe-path";
import { getUser } from "#app/accounts/session.server";
import { signUp } from "#app/accounts/sign-up.server";
import { pageTitle } from "#app/i18n/titles";
import { timeZoneInput } from "#app/platform/time-zone";
import { newNotice, noticeCookie } from "#app/ui/notice.server";

const schema = z.object({
  name: z.string("name").trim().min(1, "name").max(100, "name"),
  email: z.string("email").trim().pipe(z.email("email")),
  password: z.string("password").min(PASSWORD_MIN, "password").max(PASSWORD_MAX, "password"),
  timeZone: timeZoneInput.optional().catch(undefined),
});

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "signUp");

export async function loader({ request, context: { karlo } }: LoaderFunctionArgs) {
  const next = safePath(new URL(request.url).searchParams.get("next"), "/tasks");
  if (await getUser(karlo, request)) throw redirect(next);
  return { next, google: karlo.config.GOOGLE_CLIENT_ID !== undefined };
}

export async function action({ request, context: { karlo } }: ActionFunctionArgs) {
  const form = Object.fromEntries(await request.formData());
  const parsed = schema.safeParse(form);
  if (!parsed.success) return accountFailure(request, form, parsed.error);
  try {
    const { headers, body } = await signUp(karlo, request, {
      ...parsed.data,
      ...(await devicePreferences(request)),
    });
    if (body.token === null) return { sent: true as const };
    headers.append("Set-Cookie", await noticeCookie(newNotice("welcome")));
    return redirect(safePath(form.next, "/tasks"), { status: 303, headers });
  } catch (error) {
    return accountFailure(request, form, error);
  }
}

export default function SignUpPage() {
  const { next, google } = useLoaderData<typeof loader>();
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
      <SignUpForm next={next} failure={answer} />
      {google && <GoogleForm next={next} />}
    </AccountPage>
  );
}
