import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AccountPage } from "#app/accounts/AccountPage";
import { accountFailure } from "#app/accounts/account-failure.server";
import { ForgotPasswordForm } from "#app/accounts/RecoveryForm";
import { requestPasswordReset } from "#app/accounts/recover-password.server";
import { pageTitle } from "#app/i18n/titles";

const schema = z.object({ email: z.string("email").trim().max(320).pipe(z.email("email")) });

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "recovery");

export const loader = ({ context: { karlo } }: LoaderFunctionArgs) => ({
  mail: karlo.mailer !== null,
});

export async function action({ request, context: { karlo } }: ActionFunctionArgs) {
  if (!karlo.mailer) throw data(null, { status: 404 });
  const form = Object.fromEntries(await request.formData());
  const parsed = schema.safeParse(form);
  if (!parsed.success) return accountFailure(request, form, parsed.error);
  try {
    await requestPasswordReset(karlo, request, parsed.data.email);
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
