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
import { requestLanguage } from "#app/accounts/device-preferences.server";
import { GoogleForm } from "#app/accounts/GoogleForm";
import { SignInForm } from "#app/accounts/SignInForm";
import { safePath } from "#app/accounts/safe-path";
import { getUser } from "#app/accounts/session.server";
import { signIn } from "#app/accounts/sign-in.server";
import { errorDetail } from "#app/i18n/errors";
import { pageTitle } from "#app/i18n/titles";
import { newNotice, noticeCookie } from "#app/ui/notice.server";

const schema = z.object({
  email: z.string("email").trim().pipe(z.email("email")),
  password: z.string().min(1, "passwordMissing").max(128, "passwordMissing"),
});

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "signIn");

export async function loader({ request, context: { karlo } }: LoaderFunctionArgs) {
  const next = safePath(new URL(request.url).searchParams.get("next"), "/tasks");
  if (await getUser(karlo, request)) throw redirect(next);
  // Google sends people back here with what went wrong.
  const failed = new URL(request.url).searchParams.has("error");
  const language = await requestLanguage(request);
  return {
    next,
    google: karlo.config.GOOGLE_CLIENT_ID !== undefined,
    problem: failed ? errorDetail("google_failed", language) : null,
  };
}

export async function action({ request, context: { karlo } }: ActionFunctionArgs) {
  const form = Object.fromEntries(await request.formData());
  const parsed = schema.safeParse(form);
  if (!parsed.success) return accountFailure(request, form, parsed.error);
  try {
    const { headers } = await signIn(karlo, request, parsed.data);
    headers.append("Set-Cookie", await noticeCookie(newNotice("welcomeBack")));
    return redirect(safePath(form.next, "/tasks"), { status: 303, headers });
  } catch (error) {
    return accountFailure(request, form, error);
  }
}

export default function SignInPage() {
  const { next, google, problem } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <AccountPage>
      <SignInForm next={next} problem={problem} failure={failure} />
      {google && <GoogleForm next={next} />}
    </AccountPage>
  );
}
