import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { signInWithPasskey } from "#app/accounts/security/passkeys/passkeys-client";
import { usePasskeys } from "#app/accounts/security/passkeys/use-passkeys";
import { Button } from "#app/ui/controls/Button";
import { Problem } from "#app/ui/feedback/Problem";

/** Signs in with a passkey, where the browser knows them; needs JavaScript. */
export function PasskeySignIn({ next }: { next: string }) {
  const { t } = useTranslation();
  const known = usePasskeys();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  if (!known) return null;

  async function signIn() {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    const outcome = await signInWithPasskey().catch(() => "failed" as const);
    if (outcome === "done") return window.location.assign(next);
    setBusy(false);
    setFailed(true);
  }

  return (
    <div className="mt-6 flex flex-col gap-4">
      {failed && <Problem>{t("secondStep.passkeyFailed")}</Problem>}
      <Button type="button" onClick={signIn} aria-disabled={busy || undefined}>
        <KeyRound aria-hidden="true" size={20} strokeWidth={1.5} />
        {t("secondStep.passkey")}
      </Button>
    </div>
  );
}
