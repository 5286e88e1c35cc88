import { Form, useNavigation } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type AccessResult, TOKEN_NAME_MAX, tokenDays } from "#app/accounts/apps/access-form";
import { scopes } from "#app/accounts/apps/scopes";
import { Button } from "#app/ui/controls/Button";
import { Checkbox } from "#app/ui/controls/Checkbox";
import { SelectField } from "#app/ui/controls/SelectField";
import { TextField } from "#app/ui/controls/TextField";
import { Problem } from "#app/ui/feedback/Problem";

const DEFAULT_DAYS = 90;

/** The form of a new access token. */
export function NewTokenForm({
  hasPassword,
  failure,
}: {
  hasPassword: boolean;
  failure?: Extract<AccessResult, { ok: false }>;
}) {
  const { t } = useTranslation();
  const busy = useNavigation().formData?.get("intent") === "create-token";
  const scopesError = useId();
  const invalid = (field: string) => failure?.invalid === field;
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      <h3 className="font-medium">{t("apps.newToken")}</h3>
      {failure?.detail && <Problem>{failure.detail}</Problem>}
      <TextField
        label={t("apps.name")}
        hint={t("apps.nameHint")}
        name="name"
        maxLength={TOKEN_NAME_MAX}
        autoComplete="off"
        defaultValue={failure?.name}
        required
        error={invalid("name") ? t("apps.invalid.name") : undefined}
      />
      <fieldset
        className="flex flex-col"
        aria-describedby={invalid("scopes") ? scopesError : undefined}
      >
        <legend className="dense font-medium">{t("apps.may")}</legend>
        {scopes.map((scope) => (
          <Checkbox
            key={scope}
            label={t(`apps.mayScope.${scope}`)}
            name="scopes"
            value={scope}
            defaultChecked={scope === "tasks:read"}
          />
        ))}
        {invalid("scopes") && (
          <p id={scopesError} className="dense font-medium text-danger">
            {t("apps.invalid.scopes")}
          </p>
        )}
      </fieldset>
      <SelectField label={t("apps.lasts")} name="days" defaultValue={DEFAULT_DAYS}>
        {tokenDays.map((days) => (
          <option key={days} value={days}>
            {t("apps.days", { count: days })}
          </option>
        ))}
      </SelectField>
      {hasPassword && (
        <TextField
          label={t("apps.password")}
          name="current"
          type="password"
          autoComplete="current-password"
          dir="ltr"
          required
          error={failure?.field ?? (invalid("current") ? t("apps.invalid.current") : undefined)}
        />
      )}
      <Button
        name="intent"
        value="create-token"
        aria-disabled={busy || undefined}
        className="self-start"
      >
        {t("apps.create")}
      </Button>
    </Form>
  );
}
