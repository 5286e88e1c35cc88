import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { addTexts } from "#app/i18n/add-texts";
import { appTexts } from "#app/i18n/app-texts";
import { Button } from "#app/ui/controls/Button";
import { Problem } from "#app/ui/feedback/Problem";
import type { ConsentRequest } from "./read-consent.server";

/**
 * Asks a person whether to let an app in. The form is sent by the browser itself and not by script: the
 * answer leads out of Karlo, also into an app.
 */
export function ConsentPage({
  asked: { name, target, local, scopes },
  email,
  problem,
}: {
  asked: ConsentRequest;
  email: string;
  problem?: string;
}) {
  const { t, i18n } = useTranslation();
  addTexts(i18n, appTexts);
  return (
    <main
      id="content"
      className="mx-auto flex w-full max-w-[560px] flex-1 flex-col gap-6 px-4 py-8 md:py-12"
    >
      <h1 className="display size-title [overflow-wrap:anywhere]">
        {t("apps.consent.title", { name })}
      </h1>
      {problem && <Problem>{problem}</Problem>}
      <p className="[overflow-wrap:anywhere]">{t("apps.consent.asks", { name, email })}</p>
      <ul className="border-t">
        {scopes.map((scope) => (
          <li key={scope} className="flex items-center gap-3 border-b py-3">
            <Check aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0 text-done" />
            {t(`apps.mayScope.${scope}`)}
          </li>
        ))}
      </ul>
      <p className="[overflow-wrap:anywhere]">
        {t(local ? "apps.consent.local" : "apps.consent.remote", { target })}
      </p>
      <p className="dense text-quiet">
        {t("apps.consent.unchecked")} {t("apps.consent.until")}
      </p>
      <form method="post" className="flex flex-wrap gap-4">
        <Button variant="primary" name="decision" value="accept">
          {t("apps.consent.accept")}
        </Button>
        <Button name="decision" value="refuse">
          {t("apps.consent.refuse")}
        </Button>
      </form>
    </main>
  );
}
