import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/Button";
import { TextField } from "#app/ui/Field";
import { Problem } from "#app/ui/Problem";
import type { AccountFailure } from "./account-failure.server";

/** The operator's command, as it is typed. */
const COMMAND = "npm run account -- reset-password EMAIL";

function RecoveryFrame({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-6">
      <h1 className="display size-title">{title}</h1>
      {children}
      <p>
        <Link
          to="/sign-in"
          className="dense inline-flex min-h-11 items-center underline decoration-edge underline-offset-4 pointer:hover:decoration-ink"
        >
          {t("recovery.toSignIn")}
        </Link>
      </p>
    </div>
  );
}

/** Asks for a link by mail; where no mail goes out, says who can help instead. */
export function ForgotPasswordForm({
  mail,
  sent,
  failure,
}: {
  mail: boolean;
  sent: boolean;
  failure?: AccountFailure;
}) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  if (!mail) {
    return (
      <RecoveryFrame title={t("recovery.forgotTitle")}>
        <p>{t("recovery.noMail")}</p>
        <p className="border-s-2 ps-3" dir="ltr">
          <code className="dense font-[family-name:var(--font-note)] [overflow-wrap:anywhere]">
            {COMMAND}
          </code>
        </p>
      </RecoveryFrame>
    );
  }
  if (sent) {
    return (
      <RecoveryFrame title={t("recovery.sentTitle")}>
        <p role="status">{t("recovery.sent")}</p>
      </RecoveryFrame>
    );
  }
  const { email } = failure?.fields ?? {};
  return (
    <RecoveryFrame title={t("recovery.forgotTitle")}>
      <p className="text-quiet">{t("recovery.forgotHint")}</p>
      <Form method="post" noValidate className="flex flex-col gap-6">
        {failure?.detail && <Problem>{failure.detail}</Problem>}
        <TextField
          label={t("accounts.email")}
          name="email"
          type="email"
          autoComplete="username"
          dir="ltr"
          required
          defaultValue={failure?.values.email}
          error={email && t(`accounts.invalid.${email}`)}
        />
        <Button variant="primary" aria-disabled={busy || undefined}>
          {t("recovery.send")}
        </Button>
      </Form>
    </RecoveryFrame>
  );
}

/** A new password, for who has the link. */
export function ResetPasswordForm({ token, failure }: { token: string; failure?: AccountFailure }) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  const { password } = failure?.fields ?? {};
  return (
    <RecoveryFrame title={t("recovery.resetTitle")}>
      <Form method="post" noValidate className="flex flex-col gap-6">
        {failure?.detail && <Problem>{failure.detail}</Problem>}
        <input type="hidden" name="token" value={token} />
        <TextField
          label={t("recovery.newPassword")}
          name="password"
          type="password"
          autoComplete="new-password"
          dir="ltr"
          minLength={8}
          required
          hint={t("accounts.passwordHint")}
          error={password && t(`accounts.invalid.${password}`)}
        />
        <Button variant="primary" aria-disabled={busy || undefined}>
          {t("recovery.reset")}
        </Button>
      </Form>
    </RecoveryFrame>
  );
}

/** A press confirms, and not the opening of the page: programs open links in mails too. */
export function VerifyEmailForm({ token, failure }: { token: string; failure?: AccountFailure }) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  return (
    <RecoveryFrame title={t("recovery.verifyTitle")}>
      <p className="text-quiet">{t("recovery.verifyHint")}</p>
      <Form method="post" className="flex flex-col gap-6">
        {failure?.detail && <Problem>{failure.detail}</Problem>}
        <input type="hidden" name="token" value={token} />
        <Button variant="primary" aria-disabled={busy || undefined}>
          {t("recovery.verify")}
        </Button>
      </Form>
    </RecoveryFrame>
  );
}

/** After signing up where the address is confirmed first. */
export function ConfirmationSent() {
  const { t } = useTranslation();
  return (
    <RecoveryFrame title={t("recovery.sentTitle")}>
      <p role="status">{t("recovery.confirmSent")}</p>
    </RecoveryFrame>
  );
}
