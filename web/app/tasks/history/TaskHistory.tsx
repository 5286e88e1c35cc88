import { useTranslation } from "react-i18next";
import { type DateContext, dayLabel, dueLabel } from "#app/i18n/dates";
import type { HistoryEntry } from "#app/tasks/edit/read-task-detail.server";
import { durationLabel } from "#app/tasks/task/duration-label";
import { presetOf } from "#app/tasks/task/recurrence-presets";
import { fieldNames, type Priority, type RecurrenceFrom } from "#app/tasks/task/task";

/** The changes of a task, newest first, with their channel. */
export function TaskHistory({ history, dates }: { history: HistoryEntry[]; dates: DateContext }) {
  const { t } = useTranslation();
  const valueLabel = (field: keyof typeof fieldNames, value: string | null): string => {
    if (!value) return t("list.conflict.empty");
    if (field === "priority") return t(`tasks.priority.${value as Priority}`);
    if (field === "due_at") return dueLabel(value, dates);
    if (field === "duration_minutes") return durationLabel(Number(value), t, dates.numerals);
    if (field === "recurrence_from") return t(`list.countedFrom.${value as RecurrenceFrom}`);
    if (field === "recurrence_except")
      return value
        .split(",")
        .map((day) => dayLabel(day, dates))
        .join(" · ");
    const preset = field === "recurrence" && presetOf(value);
    return preset ? t(`list.repeat.${preset}`) : value;
  };
  return (
    <section aria-labelledby="history" className="flex flex-col gap-2 border-t pt-4 print:hidden">
      <h3 id="history" className="note text-quiet">
        {t("list.history.title")}
      </h3>
      <ol className="flex flex-col gap-3">
        {history.map(({ id, action, by, at, fields }) => (
          <li key={id} className="dense">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span>{t(`list.history.${action}`)}</span>
              <span className="note figures text-quiet">
                {dueLabel(at, dates)} · {t(`list.history.by.${by}`)}
              </span>
            </p>
            {fields.map(({ field, before, after }) => (
              <p key={field} className="text-quiet [overflow-wrap:anywhere]">
                {t(`list.field.${fieldNames[field]}`)}
                {field !== "description" && field !== "reminders" && (
                  <>
                    {": "}
                    <del>
                      <bdi>{valueLabel(field, before)}</bdi>
                    </del>{" "}
                    <ins className="text-ink no-underline">
                      <bdi>{valueLabel(field, after)}</bdi>
                    </ins>
                  </>
                )}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
