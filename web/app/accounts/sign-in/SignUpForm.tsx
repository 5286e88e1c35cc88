import { useTranslation } from "react-i18next";
import { TimeZoneField } from "#app/accounts/preferences/TimeZoneField";
import { TextField } from "#app/ui/controls/TextField";
import { AccountForm, AccountLink, EmailField, NewPasswordField } from "./AccountForm";
import type { AccountFailure } from "./account-failure.server";
import { SharedDevice } from "./SharedDevice";

/** The sign-up form, which also sends the browser's time zone. */
export function SignUpForm({
  next,
  failure,
  shared,
}: {
  next: string;
  failure?: AccountFailure;
  /** Whether nothing is kept on this device. */
  shared: boolean;
}) {
  const { t } = useTranslation();
  const { name, password } = failure?.fields ?? {};
  return (
    <div className="flex flex-col gap-6">
      <h1 className="display size-title">{t("accounts.signUpTitle")}</h1>
      <AccountForm problem={failure?.detail} submit={t("accounts.signUp")}>
        <input type="hidden" name="next" value={next} />
        <TimeZoneField />
        <TextField
          label={t("accounts.name")}
          name="name"
          autoComplete="name"
          dir="auto"
          maxLength={100}
          required
          defaultValue={failure?.values.name}
          error={name && t(`accounts.invalid.${name}`)}
        />
        <EmailField failure={failure} />
        <NewPasswordField
          label={t("accounts.password")}
          error={password && t(`accounts.invalid.${password}`)}
        />
        <SharedDevice shared={shared} />
      </AccountForm>
      <p className="dense text-quiet">
        {t("accounts.haveAccount")}{" "}
        <AccountLink to="/sign-in" next={next} label={t("accounts.signIn")} />
      </p>
    </div>
  );
}
