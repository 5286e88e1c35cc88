import { useTranslation } from "react-i18next";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import type { HistoryEntry } from "./read-task-detail.server";
import { fieldNames, type Priority } from "./task";
import { presetOf } from "./task-draft";

/** What happened to a task, newest first, and through whom. */
export function TaskHistory({ history, dates }: { history: HistoryEntry[]; dates: DateContext }) {
  const { t } = useTranslation();
  const shown = (field: keyof typeof fieldNames, value: string | null): string => {
    if (!value) return t("list.conflict.empty");
    if (field === "priority") return t(`tasks.priority.${value as Priority}`);
    if (field === "due_at") return dueLabel(value, dates);
    const preset = field === "recurrence" && presetOf(value);
    return preset ? t(`list.repeat.${preset}`) : value;
  };
  return (
    <section aria-labelledby="history" className="flex flex-col gap-2 border-t pt-4">
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
                {field !== "description" && (
                  <>
                    {": "}
                    <del>
                      <bdi>{shown(field, before)}</bdi>
                    </del>{" "}
                    <ins className="text-ink no-underline">
                      <bdi>{shown(field, after)}</bdi>
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
