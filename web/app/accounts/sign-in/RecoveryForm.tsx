import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AccountForm, AccountLink, EmailField, NewPasswordField } from "./AccountForm";
import type { AccountFailure } from "./account-failure.server";

function RecoveryFrame({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-6">
      <h1 className="display size-title">{title}</h1>
      {children}
      <p className="dense">
        <AccountLink to="/sign-in" label={t("recovery.toSignIn")} />
      </p>
    </div>
  );
}

/** Requests a password reset link; without a mail server, says who can reset the password. */
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
  if (!mail) {
    return (
      <RecoveryFrame title={t("recovery.forgotTitle")}>
        <p>{t("recovery.noMail")}</p>
        <p className="text-quiet">{t("recovery.noMailElse")}</p>
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
  return (
    <RecoveryFrame title={t("recovery.forgotTitle")}>
      <p className="text-quiet">{t("recovery.forgotHint")}</p>
      <AccountForm problem={failure?.detail} submit={t("recovery.send")}>
        <EmailField failure={failure} />
      </AccountForm>
    </RecoveryFrame>
  );
}

/** Sets a new password with the token of a reset link. */
export function ResetPasswordForm({ token, failure }: { token: string; failure?: AccountFailure }) {
  const { t } = useTranslation();
  const { password } = failure?.fields ?? {};
  return (
    <RecoveryFrame title={t("recovery.resetTitle")}>
      <AccountForm problem={failure?.detail} submit={t("recovery.reset")}>
        <input type="hidden" name="token" value={token} />
        <NewPasswordField
          label={t("recovery.newPassword")}
          error={password && t(`accounts.invalid.${password}`)}
        />
      </AccountForm>
    </RecoveryFrame>
  );
}

/** Confirms an address by a button, because mail scanners open links too. */
export function VerifyEmailForm({ token, failure }: { token: string; failure?: AccountFailure }) {
  const { t } = useTranslation();
  return (
    <RecoveryFrame title={t("recovery.verifyTitle")}>
      <p className="text-quiet">{t("recovery.verifyHint")}</p>
      <AccountForm problem={failure?.detail} submit={t("recovery.verify")}>
        <input type="hidden" name="token" value={token} />
      </AccountForm>
    </RecoveryFrame>
  );
}

/** Shown after sign-up when the address has to be confirmed first. */
export function ConfirmationSent() {
  const { t } = useTranslation();
  return (
    <RecoveryFrame title={t("recovery.sentTitle")}>
      <p role="status">{t("recovery.confirmSent")}</p>
    </RecoveryFrame>
  );
}
