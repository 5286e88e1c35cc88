import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/Button";
import { TextField } from "#app/ui/Field";
import { Problem } from "#app/ui/Problem";
import { ProfileCard } from "./ProfileCard";
import { useProfileForm } from "./use-profile-form";

/** A new password, for who knows the one so far. */
export function PasswordCard({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const { t } = useTranslation();
  const form = useProfileForm("password");
  if (!hasPassword) {
    return (
      <ProfileCard title={t("profile.password")}>
        <p className="text-quiet">{t("profile.noPassword")}</p>
      </ProfileCard>
    );
  }
  return (
    <ProfileCard title={t("profile.password")}>
      <Form method="post" noValidate className="flex flex-col gap-4">
        {form.detail && <Problem>{form.detail}</Problem>}
        {/* Tells a password manager whose password it is. */}
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
        <TextField
          label={t("profile.newPassword")}
          name="password"
          type="password"
          autoComplete="new-password"
          dir="ltr"
          minLength={8}
          required
          hint={t("accounts.passwordHint")}
          error={form.error("password")}
        />
        <label className="dense inline-flex min-h-11 items-center gap-3">
          <input type="checkbox" name="elsewhere" defaultChecked className="size-5 accent-done" />
          {t("profile.elsewhere")}
        </label>
        <Button
          name="intent"
          value="password"
          aria-disabled={form.busy || undefined}
          className="self-start"
        >
          {t("profile.changePassword")}
        </Button>
      </Form>
    </ProfileCard>
  );
}
