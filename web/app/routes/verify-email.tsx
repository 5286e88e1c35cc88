import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountPage } from "#app/accounts/AccountPage";
import { accountFailure } from "#app/accounts/account-failure.server";
import { confirmEmail } from "#app/accounts/email-confirmation.server";
import { VerifyEmailForm } from "#app/accounts/RecoveryForm";
import { pageTitle } from "#app/i18n/titles";
import { newNotice, noticeCookie } from "#app/ui/notice.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "verify");

export function loader({ request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token");
  if (!token) throw redirect("/");
  return { token };
}

export async function action({ request, context: { karlo } }: ActionFunctionArgs) {
  const form = Object.fromEntries(await request.formData());
  try {
    await confirmEmail(karlo.db, typeof form.token === "string" ? form.token : "");
    const headers = { "Set-Cookie": await noticeCookie(newNotice("emailConfirmed")) };
    return redirect("/sign-in?next=/profile", { status: 303, headers });
  } catch (error) {
    return accountFailure(request, form, error);
  }
}

export default function VerifyEmail() {
  const { token } = useLoaderData<typeof loader>();
  return (
    <AccountPage>
      <VerifyEmailForm token={token} failure={useActionData<typeof action>()} />
    </AccountPage>
  );
}
