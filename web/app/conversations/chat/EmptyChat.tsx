import { useTranslation } from "react-i18next";

const examples = ["example1", "example2", "example3", "example4"] as const;

/** A new conversation: four example messages that can be sent as they are. */
export function EmptyChat({ onPick }: { onPick: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-1 flex-col justify-center gap-4 roomy:gap-8 roomy:py-8">
      <div className="flex flex-col gap-2">
        <h2 className="display size-heading roomy:size-title">{t("chatBox.emptyTitle")}</h2>
        <p className="text-quiet">{t("chatBox.emptyHint")}</p>
      </div>
      <ul aria-label={t("chatBox.examples")} className="border-t">
        {examples.map((key) => (
          <li key={key} className="border-b">
            <button
              type="button"
              onClick={() => onPick(t(`chatBox.${key}`))}
              className="min-h-12 w-full py-2 text-start pointer:hover:text-accent-text"
            >
              {t(`chatBox.${key}`)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
