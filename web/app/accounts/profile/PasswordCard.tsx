import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NewPasswordField } from "#app/accounts/sign-in/AccountForm";
import { Button } from "#app/ui/controls/Button";
import { Checkbox } from "#app/ui/controls/Checkbox";
import { TextField } from "#app/ui/controls/TextField";
import { Card } from "#app/ui/display/Card";
import { Problem } from "#app/ui/feedback/Problem";
import { useProfileForm } from "./use-profile-form";

/** Changes the password; for an account without one, says how it signs in. */
export function PasswordCard({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const { t } = useTranslation();
  const form = useProfileForm("password");
  if (!hasPassword) {
    return (
      <Card title={t("profile.password")}>
        <p className="text-quiet">{t("profile.noPassword")}</p>
      </Card>
    );
  }
  return (
    <Card title={t("profile.password")}>
      <Form method="post" noValidate className="flex flex-col gap-4">
        {form.detail && <Problem>{form.detail}</Problem>}
        {/* Password managers need the username to store the new password. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextField
          label={t("profile.current")}
          name="current"
          type="password"
          autoComplete="current-password"
          dir="ltr"
          required
          error={form.error("current")}
        />
        <NewPasswordField label={t("profile.newPassword")} error={form.error("password")} />
        <Checkbox name="elsewhere" defaultChecked label={t("profile.elsewhere")} />
        <Button
          name="intent"
          value="password"
          aria-disabled={form.busy || undefined}
          className="self-start"
        >
          {t("profile.changePassword")}
        </Button>
      </Form>
    </Card>
  );
}
