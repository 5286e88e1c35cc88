import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/controls/Button";
import { TextField } from "#app/ui/controls/TextField";
import { Problem } from "#app/ui/feedback/Problem";
import type { SecurityResult } from "../security-form";
import type { AuthenticatorSetup } from "./authenticator-setup.server";

/** Shows the secret to an authenticator app and asks for its first code. */
export function AuthenticatorSetupForm({
  setup: { secret, uri, qr },
  result,
}: {
  setup: AuthenticatorSetup;
  result?: SecurityResult;
}) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  const failure = result && !result.ok ? result : null;
  const groups = secret.replace(/(.{4})(?=.)/g, "$1 ");
  return (
    <>
      <div className="flex flex-col gap-4">
        <p>{t("security.scan")}</p>
        {/* Dark on light in both themes: many cameras do not read the inverse. */}
        <svg
          role="img"
          aria-label={t("security.qr")}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          shapeRendering="crispEdges"
          className="size-[208px] bg-[#ffffff]"
        >
          <path d={qr.path} fill="#1a120d" />
        </svg>
        <p className="dense">
          <span className="text-quiet">{t("security.key")}</span>{" "}
          <code
            dir="ltr"
            className="font-[family-name:var(--font-note)] text-[14px] [overflow-wrap:anywhere]"
          >
            {groups}
          </code>
        </p>
        <p className="dense">
          <a
            href={uri}
            className="inline-flex min-h-11 items-center underline decoration-edge underline-offset-4 pointer:hover:decoration-ink"
          >
            {t("security.openApp")}
          </a>
        </p>
      </div>
      <Form method="post" noValidate className="flex flex-col gap-4">
        <p>{t("security.confirmHint")}</p>
        {failure?.detail && <Problem>{failure.detail}</Problem>}
        <input type="hidden" name="secret" value={secret} />
        <TextField
          label={t("security.code")}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          maxLength={20}
          required
          error={
            failure?.field ??
            (failure?.invalid ? t(`security.invalid.${failure.invalid}`) : undefined)
          }
        />
        <Button
          variant="primary"
          name="intent"
          value="confirm"
          aria-disabled={busy || undefined}
          className="self-start"
        >
          {t("security.confirm")}
        </Button>
      </Form>
    </>
  );
}
