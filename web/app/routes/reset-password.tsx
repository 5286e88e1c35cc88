import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PASSWORD_MAX, PASSWORD_MIN } from "#app/accounts/session/auth.server";
import { AccountPage } from "#app/accounts/sign-in/AccountPage";
import { accountFailure } from "#app/accounts/sign-in/account-failure.server";
import { ResetPasswordForm } from "#app/accounts/sign-in/RecoveryForm";
import { resetPassword } from "#app/accounts/sign-in/recover-password.server";
import { pageTitle } from "#app/i18n/titles";
import { readForm } from "#app/platform/read-form";
import { secretInput } from "#app/platform/text-input";
import { createNotice, noticeCookie } from "#app/ui/feedback/notice.server";

const schema = z.object({
  token: secretInput(1, 200, "token").catch(""),
  password: secretInput(PASSWORD_MIN, PASSWORD_MAX, "password"),
});

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "recovery");

export function loader({ request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token");
  if (!token) throw redirect("/forgot-password");
  return { token };
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const form = await readForm(request);
  const parsed = schema.safeParse(form);
  if (!parsed.success) return accountFailure(request, form, parsed.error);
  try {
    await resetPassword(app, request, parsed.data);
    const headers = { "Set-Cookie": await noticeCookie(createNotice("passwordChanged")) };
    return redirect("/sign-in", { status: 303, headers });
  } catch (error) {
    return accountFailure(request, form, error);
  }
}

export default function ResetPassword() {
  const { token } = useLoaderData<typeof loader>();
  return (
    <AccountPage>
      <ResetPasswordForm token={token} failure={useActionData<typeof action>()} />
    </AccountPage>
  );
}
