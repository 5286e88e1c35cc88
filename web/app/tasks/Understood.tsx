import { Calendar, Clock, Flag, Repeat, Tag, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { clockLabel, type DateContext, dayLabel } from "#app/i18n/dates";
import type { QuickAdd, QuickKind } from "./quick-add";
import { recurrenceLabel } from "./recurrence-label";

const icons = { date: Calendar, time: Clock, recurrence: Repeat, priority: Flag, category: Tag };

/** What the line was understood to say; each part can be put back to being words. */
export function Understood({
  said,
  dates,
  onLiteral,
}: {
  /** Null until the line can be read. */
  said: QuickAdd | null;
  dates: DateContext;
  onLiteral(kind: QuickKind): void;
}) {
  const { t } = useTranslation();
  const label = (kind: QuickKind): string => {
    if (!said) return "";
    if (kind === "date") return dayLabel(said.date, dates);
    if (kind === "time") return clockLabel(said.time, dates);
    if (kind === "recurrence") return recurrenceLabel(said.recurrence ?? "", t, dates.language);
    if (kind === "priority") return t(`tasks.priority.${said.priority ?? "medium"}`);
    return said.category ?? "";
  };
  return (
    <p id="understood" aria-live="polite" className="flex flex-wrap gap-x-4 ps-8">
      {said?.found.map((kind) => {
        const Icon = icons[kind];
        return (
          <span key={kind} className="appear note figures inline-flex items-center gap-1.5">
            <Icon
              aria-hidden="true"
              size={14}
              strokeWidth={1.5}
              className="shrink-0 text-accent-text"
            />
            <span className="sr-only">{t(`list.field.${kind}`)}</span>
            <bdi>{label(kind)}</bdi>
            <button
              type="button"
              aria-label={t("list.add.literal", { what: label(kind) })}
              title={t("list.add.literal", { what: label(kind) })}
              onClick={() => onLiteral(kind)}
              className="inline-flex size-8 items-center justify-center text-quiet pointer:hover:text-ink max-md:size-11"
            >
              <X aria-hidden="true" size={14} strokeWidth={1.5} />
            </button>
          </span>
        );
      })}
    </p>
  );
}
