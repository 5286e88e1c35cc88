import { useTranslation } from "react-i18next";
import { TextField } from "#app/ui/controls/TextField";
import { AccountForm, AccountLink } from "./AccountForm";
import type { AccountFailure } from "./account-failure.server";

/** The second step of a sign-in: one field for a code of the app or a recovery code. */
export function SecondStepForm({ next, failure }: { next: string; failure?: AccountFailure }) {
  const { t } = useTranslation();
  const invalid = failure?.fields?.code;
  return (
    <div className="flex flex-col gap-6">
      <h1 className="display size-title">{t("secondStep.title")}</h1>
      <p className="text-quiet">{t("secondStep.hint")}</p>
      <AccountForm problem={failure?.detail} submit={t("accounts.signIn")}>
        <input type="hidden" name="next" value={next} />
        <TextField
          label={t("secondStep.code")}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          maxLength={100}
          required
          autoFocus
          hint={t("secondStep.recovery")}
          error={invalid && t(`accounts.invalid.${invalid}`)}
        />
      </AccountForm>
      <p className="dense">
        <AccountLink to="/sign-in" next={next} label={t("recovery.toSignIn")} />
      </p>
    </div>
  );
}
