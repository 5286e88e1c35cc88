import { useTranslation } from "react-i18next";
import type { Choice } from "#app/assistant/answer-data";
import { textLanguage } from "#app/conversations/messages/text-language";
import { Button } from "#app/ui/controls/Button";

/** The answers that a question offers; each may be said as well. */
export function Choices({
  choices,
  onChoose,
}: {
  choices: Choice[];
  onChoose: (label: string) => void;
}) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be for fields
    <div role="group" aria-label={t("chatBox.choices")} className="flex flex-wrap gap-2 py-1">
      {choices.map(({ label, says }) => (
        <Button
          key={says}
          type="button"
          onClick={() => onChoose(label)}
          className="max-w-full text-start whitespace-normal [overflow-wrap:anywhere]"
        >
          <bdi lang={textLanguage(label)}>{label}</bdi>
        </Button>
      ))}
    </div>
  );
}
