import { Form } from "@remix-run/react";
import { BadgeCheck, CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { AnswerLanguage } from "#app/accounts/preferences/AnswerLanguage";
import { Button } from "#app/ui/controls/Button";
import { TextField } from "#app/ui/controls/TextField";
import { Card } from "#app/ui/display/Card";
import { Problem } from "#app/ui/feedback/Problem";
import type { ProfileAccount } from "./read-profile.server";
import { useProfileForm } from "./use-profile-form";

/** Name, e-mail address and its confirmation, and the language of answers. */
export function ProfileInfoCard({ account }: { account: ProfileAccount }) {
  const { t } = useTranslation();
  const form = useProfileForm("profile");
  return (
    <Card title={t("profile.info")}>
      <Form method="post" noValidate className="flex flex-col gap-4">
        {form.detail && <Problem>{form.detail}</Problem>}
        <TextField
          label={t("accounts.name")}
          name="name"
          autoComplete="name"
          dir="auto"
          maxLength={100}
          required
          defaultValue={form.values.name ?? account.name}
          error={form.error("name")}
        />
        <TextField
          label={t("accounts.email")}
          name="email"
          type="email"
          autoComplete="email"
          dir="ltr"
          required
          hint={t("profile.infoHint")}
          defaultValue={form.values.email ?? account.email}
          error={form.error("email")}
        />
        {account.hasPassword && (
          <TextField
            label={t("profile.currentForEmail")}
            name="current"
            type="password"
            autoComplete="current-password"
            dir="ltr"
            error={form.error("current")}
          />
        )}
        <Button
          name="intent"
          value="profile"
          aria-disabled={form.busy || undefined}
          className="self-start"
        >
          {t("profile.save")}
        </Button>
      </Form>
      {account.mail && <Confirmation verified={account.emailVerified} />}
      <AnswerLanguage language={account.assistantLanguage} />
    </Card>
  );
}

function Confirmation({ verified }: { verified: boolean }) {
  const { t } = useTranslation();
  const { detail } = useProfileForm("confirm");
  const Icon = verified ? BadgeCheck : CircleDashed;
  return (
    <Form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <p className="dense inline-flex items-center gap-2 text-quiet">
        <Icon aria-hidden="true" size={20} strokeWidth={1.5} />
        {verified ? t("profile.confirmed") : t("profile.unconfirmed")}
      </p>
      {!verified && (
        <Button variant="quiet" name="intent" value="confirm">
          {t("profile.confirm")}
        </Button>
      )}
      {detail && <Problem>{detail}</Problem>}
    </Form>
  );
}
