import { useTranslation } from "react-i18next";
import { clockLabel, type DateContext, dayLabel } from "#app/i18n/dates";
import { durationLabel } from "#app/tasks/task/duration-label";
import { presetOf } from "#app/tasks/task/recurrence-presets";
import type { Priority, RecurrenceFrom } from "#app/tasks/task/task";
import { Problem } from "#app/ui/feedback/Problem";
import type { Draft, DraftField } from "./task-draft";
import type { Conflict } from "./use-draft";

/** Fields that were changed elsewhere during the edit; the person chooses which value to keep. */
export function DraftConflicts({
  draft,
  conflicts,
  dates,
  onTake,
}: {
  draft: Draft;
  conflicts: Conflict[];
  dates: DateContext;
  onTake(field: DraftField, value: string): void;
}) {
  const { t } = useTranslation();
  const valueLabel = (field: DraftField, value: string): string => {
    if (!value) return t("list.conflict.empty");
    if (field === "priority") return t(`tasks.priority.${value as Priority}`);
    if (field === "date") return dayLabel(value, dates);
    if (field === "time") return clockLabel(value, dates);
    if (field === "duration") return durationLabel(Number(value), t, dates.numerals);
    if (field === "recurrenceFrom") return t(`list.countedFrom.${value as RecurrenceFrom}`);
    if (field === "recurrenceExcept") {
      return value
        .split(",")
        .map((day) => dayLabel(day, dates))
        .join(" · ");
    }
    const preset = field === "recurrence" && presetOf(value);
    return preset ? t(`list.repeat.${preset}`) : value;
  };
  return (
    <div className="flex flex-col gap-3">
      <Problem>{t("list.conflict.title")}</Problem>
      <input
        type="hidden"
        name="was"
        value={JSON.stringify(
          Object.fromEntries(conflicts.map(({ field, original }) => [field, original])),
        )}
      />
      <dl className="flex flex-col gap-3">
        {conflicts.map(({ field, theirs }) => (
          <div key={field} className="dense border-s-2 border-hairline ps-3">
            <dt className="note text-quiet">{t(`list.field.${field}`)}</dt>
            <dd>
              <span className="text-quiet">{t("list.conflict.yours")}</span>{" "}
              <bdi className="[overflow-wrap:anywhere]">{valueLabel(field, draft[field])}</bdi>
            </dd>
            <dd>
              <span className="text-quiet">{t("list.conflict.theirs")}</span>{" "}
              <bdi className="[overflow-wrap:anywhere]">{valueLabel(field, theirs)}</bdi>
            </dd>
            <dd>
              <button
                type="submit"
                name="take"
                value={field}
                onClick={(event) => {
                  event.preventDefault();
                  onTake(field, theirs);
                }}
                className="min-h-11 font-medium underline decoration-edge underline-offset-4 pointer:hover:decoration-ink"
              >
                {t("list.conflict.take")}
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
