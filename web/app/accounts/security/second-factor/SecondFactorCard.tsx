import { Form, useNavigation } from "@remix-run/react";
import { ShieldCheck, ShieldOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/controls/Button";
import { TextField } from "#app/ui/controls/TextField";
import { Card } from "#app/ui/display/Card";
import { Problem } from "#app/ui/feedback/Problem";
import type { SecurityIntent, SecurityResult } from "../security-form";
import { AuthenticatorSetupForm } from "./AuthenticatorSetupForm";
import { RecoveryCodes } from "./RecoveryCodes";

/** Two-step sign-in: off with a way to set it up, being set up, or on with its recovery codes. */
export function SecondFactorCard({
  hasPassword,
  codesLeft,
  result,
}: {
  hasPassword: boolean;
  /** Null while it is off. */
  codesLeft: number | null;
  result?: SecurityResult;
}) {
  const { t } = useTranslation();
  const setup = result && "setup" in result ? result.setup : null;
  const codes = result?.ok && "codes" in result ? result.codes : null;
  if (codes) {
    return (
      <Card title={t("security.codesTitle")}>
        <RecoveryCodes codes={codes} />
      </Card>
    );
  }
  if (setup && codesLeft === null) {
    return (
      <Card title={t("security.factor")}>
        <AuthenticatorSetupForm setup={setup} result={result} />
      </Card>
    );
  }
  const on = codesLeft !== null;
  const Icon = on ? ShieldCheck : ShieldOff;
  return (
    <Card title={t("security.factor")}>
      <p className="flex items-start gap-3">
        <Icon aria-hidden="true" size={20} strokeWidth={1.5} className="mt-[3px] shrink-0" />
        <span>
          {t(on ? "security.factorOn" : hasPassword ? "security.factorOff" : "security.noPassword")}
          {on && (
            <span className="dense block text-quiet">
              {t("security.codesLeft", { count: codesLeft })}
            </span>
          )}
        </span>
      </p>
      {hasPassword && <PasswordForm on={on} result={result} />}
    </Card>
  );
}

const INTENTS: SecurityIntent[] = ["begin", "turn-off", "renew-codes"];

function PasswordForm({ on, result }: { on: boolean; result?: SecurityResult }) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  const failure = result && !result.ok && INTENTS.includes(result.intent) ? result : null;
  const invalid = failure?.invalid;
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      {failure?.detail && <Problem>{failure.detail}</Problem>}
      <TextField
        label={t("security.password")}
        name="current"
        type="password"
        autoComplete="current-password"
        dir="ltr"
        required
        error={failure?.field ?? (invalid ? t(`security.invalid.${invalid}`) : undefined)}
      />
      <div className="flex flex-wrap gap-3">
        {on ? (
          <>
            <Button name="intent" value="renew-codes" aria-disabled={busy || undefined}>
              {t("security.renew")}
            </Button>
            <Button variant="danger" name="intent" value="turn-off">
              {t("security.turnOff")}
            </Button>
          </>
        ) : (
          <Button variant="primary" name="intent" value="begin" aria-disabled={busy || undefined}>
            {t("security.begin")}
          </Button>
        )}
      </div>
    </Form>
  );
}
