import { useTranslation } from "react-i18next";
import { TextField } from "#app/ui/controls/TextField";
import { AccountForm, AccountLink, EmailField } from "./AccountForm";
import type { AccountFailure } from "./account-failure.server";
import { SharedDevice } from "./SharedDevice";

/** The sign-in form. */
export function SignInForm({
  next,
  problem,
  failure,
  shared,
}: {
  next: string;
  /** Error of another sign-in method, such as Google. */
  problem: string | null;
  failure?: AccountFailure;
  /** Whether nothing is kept on this device. */
  shared: boolean;
}) {
  const { t } = useTranslation();
  const password = failure?.fields?.password;
  return (
    <div className="flex flex-col gap-6">
      <h1 className="display size-title">{t("accounts.signInTitle")}</h1>
      <AccountForm problem={failure?.detail || problem} submit={t("accounts.signIn")}>
        <input type="hidden" name="next" value={next} />
        <EmailField failure={failure} />
        <TextField
          label={t("accounts.password")}
          name="password"
          type="password"
          autoComplete="current-password"
          dir="ltr"
          required
          error={password && t(`accounts.invalid.${password}`)}
        />
        <SharedDevice shared={shared} />
      </AccountForm>
      <p className="dense">
        <AccountLink to="/forgot-password" label={t("recovery.forgot")} />
      </p>
      <p className="dense text-quiet">
        {t("accounts.noAccount")}{" "}
        <AccountLink to="/sign-up" next={next} label={t("accounts.signUp")} />
      </p>
    </div>
  );
}
