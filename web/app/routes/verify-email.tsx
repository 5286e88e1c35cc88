import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { afterAddressChange } from "#app/accounts/security/address-change.server";
import { AccountPage } from "#app/accounts/sign-in/AccountPage";
import { accountFailure } from "#app/accounts/sign-in/account-failure.server";
import { confirmEmail } from "#app/accounts/sign-in/email-confirmation.server";
import { VerifyEmailForm } from "#app/accounts/sign-in/RecoveryForm";
import { pageTitle } from "#app/i18n/titles";
import { readStorableForm } from "#app/platform/read-form";
import { createNotice, noticeCookie } from "#app/ui/feedback/notice.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "verify");

export function loader({ request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token");
  if (!token) throw redirect("/");
  return { token };
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const form = await readStorableForm(request);
  try {
    const token = typeof form.token === "string" ? form.token : "";
    const { userId, before } = await confirmEmail(app.db, token);
    if (before) await afterAddressChange(app, userId, before, request.headers);
    const headers = { "Set-Cookie": await noticeCookie(createNotice("emailConfirmed")) };
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
