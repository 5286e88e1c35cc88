import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AccountPage } from "#app/accounts/sign-in/AccountPage";
import { accountFailure } from "#app/accounts/sign-in/account-failure.server";
import { ForgotPasswordForm } from "#app/accounts/sign-in/RecoveryForm";
import { requestPasswordReset } from "#app/accounts/sign-in/recover-password.server";
import { pageTitle } from "#app/i18n/titles";
import { readForm } from "#app/platform/read-form";
import { emailInput } from "#app/platform/text-input";

const schema = z.object({ email: emailInput("email") });

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "recovery");

export const loader = ({ context: { app } }: LoaderFunctionArgs) => ({
  mail: app.mailer !== null,
});

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  if (!app.mailer) throw data(null, { status: 404 });
  const form = await readForm(request);
  const parsed = schema.safeParse(form);
  if (!parsed.success) return accountFailure(request, form, parsed.error);
  try {
    await requestPasswordReset(app, request, parsed.data.email);
    return { sent: true as const };
  } catch (error) {
    return accountFailure(request, form, error);
  }
}

export default function ForgotPassword() {
  const { mail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const sent = answer !== undefined && "sent" in answer;
  return (
    <AccountPage>
      <ForgotPasswordForm mail={mail} sent={sent} failure={sent ? undefined : answer} />
    </AccountPage>
  );
}
