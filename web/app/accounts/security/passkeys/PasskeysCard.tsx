import { Form, useRevalidator } from "@remix-run/react";
import { KeyRound } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import { Button } from "#app/ui/controls/Button";
import { TextField } from "#app/ui/controls/TextField";
import { Card } from "#app/ui/display/Card";
import { Problem } from "#app/ui/feedback/Problem";
import type { ShownPasskey } from "../read-security-page.server";
import { addPasskey, type PasskeyOutcome } from "./passkeys-client";
import { usePasskeys } from "./use-passkeys";

/** The passkeys of the account, each of which can be removed, and a form that adds one. */
export function PasskeysCard({
  passkeys,
  hasPassword,
  dates,
}: {
  passkeys: ShownPasskey[];
  hasPassword: boolean;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  const canAdd = usePasskeys();
  return (
    <Card title={t("security.passkeys")}>
      <p className="text-quiet">{t("security.passkeysHint")}</p>
      {passkeys.length === 0 ? (
        <p>{t("security.noPasskeys")}</p>
      ) : (
        <ul className="border-t">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} dates={dates} />
          ))}
        </ul>
      )}
      {canAdd ? (
        <AddPasskey hasPassword={hasPassword} />
      ) : (
        <noscript>
          <p className="dense text-quiet">{t("security.passkeysNeedScript")}</p>
        </noscript>
      )}
    </Card>
  );
}

function PasskeyRow({
  passkey: { id, name, addedAt },
  dates,
}: {
  passkey: ShownPasskey;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  const label = name ?? t("security.passkey");
  const when = dueLabel(addedAt, dates);
  return (
    <li className="flex min-h-16 items-center gap-4 border-b py-2">
      <KeyRound aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0" />
      <p className="min-w-0 flex-1">
        <span className="block">
          <bdi>{label}</bdi>
        </span>
        <span className="note block text-quiet">{t("security.passkeyAdded", { when })}</span>
      </p>
      <Form method="post">
        <input type="hidden" name="passkey" value={id} />
        <Button
          variant="quiet"
          name="intent"
          value="remove-passkey"
          aria-label={t("security.removeLabel", { name: label, when })}
        >
          {t("security.remove")}
        </Button>
      </Form>
    </li>
  );
}

function AddPasskey({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<PasskeyOutcome | "no_password" | null>(null);

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const password = hasPassword ? String(new FormData(form).get("current") ?? "") : null;
    if (password === "") return setOutcome("no_password");
    setBusy(true);
    setOutcome(null);
    const next = await addPasskey(password).catch(() => "failed" as const);
    setBusy(false);
    setOutcome(next);
    if (next !== "done") return;
    form.reset();
    revalidate();
  }

  const errors: Partial<Record<NonNullable<typeof outcome>, string>> = {
    no_password: t("security.invalid.current"),
    wrong_password: t("security.invalid.wrong"),
  };
  return (
    <form noValidate onSubmit={add} className="flex flex-col gap-4">
      {(outcome === "failed" || outcome === "cancelled") && (
        <Problem>{t("security.addFailed")}</Problem>
      )}
      {outcome === "sign_in_again" && <Problem>{t("security.signInAgain")}</Problem>}
      {hasPassword && (
        <TextField
          label={t("security.password")}
          name="current"
          type="password"
          autoComplete="current-password"
          dir="ltr"
          required
          error={outcome ? errors[outcome] : undefined}
        />
      )}
      <Button aria-disabled={busy || undefined} className="self-start">
        {t("security.addPasskey")}
      </Button>
      <p role="status" className={outcome === "done" ? "dense text-quiet" : "sr-only"}>
        {outcome === "done" && t("security.added")}
      </p>
    </form>
  );
}
