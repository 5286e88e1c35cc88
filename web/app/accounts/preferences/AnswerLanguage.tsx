import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type AssistantLanguage, assistantLanguages } from "#app/i18n/conversation";

/** Chooses the language of the assistant's answers; saved on press. */
export function AnswerLanguage({ language }: { language: AssistantLanguage }) {
  const { t } = useTranslation();
  const fetcher = useFetcher();
  const selected = fetcher.formData?.get("assistantLanguage") ?? language;
  return (
    <fetcher.Form method="post" action="/settings">
      <input type="hidden" name="returnTo" value="/profile" />
      <fieldset className="flex flex-col gap-2">
        <legend className="dense mb-2 font-medium">{t("profile.answerIn")}</legend>
        <div className="grid grid-cols-2 gap-px border border-hairline sm:grid-cols-4">
          {assistantLanguages.map((value) => (
            <button
              key={value}
              type="submit"
              name="assistantLanguage"
              value={value}
              aria-pressed={selected === value}
              className="dense min-h-11 px-2 aria-pressed:bg-ink aria-pressed:text-page pointer:hover:bg-hairline pointer:hover:text-ink"
            >
              {t(`profile.answers.${value}`)}
            </button>
          ))}
        </div>
        <p className="dense text-quiet">{t("profile.answerHint")}</p>
      </fieldset>
    </fetcher.Form>
  );
}
