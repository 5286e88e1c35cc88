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
import { ResetPasswordForm } from "#app/accounts/RecoveryForm";
import { resetPassword } from "#app/accounts/recover-password.server";
import { pageTitle } from "#app/i18n/titles";
import { newNotice, noticeCookie } from "#app/ui/notice.server";

const schema = z.object({
  token: z.string().max(200).catch(""),
  password: z.string("password").min(PASSWORD_MIN, "password").max(PASSWORD_MAX, "password"),
});

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "recovery");

export function loader({ request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token");
  if (!token) throw redirect("/forgot-password");
  return { token };
}

export async function action({ request, context: { karlo } }: ActionFunctionArgs) {
  const form = Object.fromEntries(await request.formData());
  const parsed = schema.safeParse(form);
  if (!parsed.success) return accountFailure(request, form, parsed.error);
  try {
    await resetPassword(karlo, request, parsed.data);
    const headers = { "Set-Cookie": await noticeCookie(newNotice("passwordChanged")) };
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
