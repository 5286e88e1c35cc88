import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/Button";
import { TextField } from "#app/ui/Field";
import { Problem } from "#app/ui/Problem";
import type { AccountFailure } from "./account-failure.server";
import { AccountLink } from "./SignInForm";
import { TimeZoneField } from "./TimeZoneField";

export function SignUpForm({ next, failure }: { next: string; failure?: AccountFailure }) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  const { name, email, password } = failure?.fields ?? {};
  return (
    <Form method="post" noValidate className="flex flex-col gap-6">
      <h1 className="display size-title">{t("accounts.signUpTitle")}</h1>
      {failure?.detail && <Problem>{failure.detail}</Problem>}
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
      <TextField
        label={t("accounts.password")}
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
        {t("accounts.signUp")}
      </Button>
      <p className="dense text-quiet">
        {t("accounts.haveAccount")}{" "}
        <AccountLink to="/sign-in" next={next} label={t("accounts.signIn")} />
      </p>
    </Form>
  );
}
