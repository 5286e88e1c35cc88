import { Form, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inNumerals, numeralSystems } from "#app/i18n/numerals";
import { useDisplayLocale } from "#app/i18n/use-format";

/** Chooses Western (123) or Urdu (۱۲۳) digits. */
export function NumeralsForm() {
  const { t } = useTranslation();
  const { numerals } = useDisplayLocale();
  const { pathname, search } = useLocation();
  return (
    // A full page load: every number and date on it changes.
    <Form method="post" action="/settings" reloadDocument className="px-4 pb-4">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <fieldset>
        <legend className="note mb-2 text-quiet">{t("settings.digits")}</legend>
        <div className="flex gap-px border border-hairline">
          {numeralSystems.map((system) => (
            <button
              key={system}
              type="submit"
              name="numerals"
              value={system}
              aria-pressed={numerals === system}
              aria-label={t(`settings.${system}`)}
              className="figures min-h-11 flex-1 aria-pressed:bg-ink aria-pressed:text-page pointer:hover:bg-hairline pointer:hover:text-ink"
            >
              {inNumerals(String(123), system)}
            </button>
          ))}
        </div>
      </fieldset>
    </Form>
  );
}
