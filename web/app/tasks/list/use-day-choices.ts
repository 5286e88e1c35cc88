import { useTranslation } from "react-i18next";
import { addDays, nextMonday } from "#app/tasks/task/calendar-days";

/** Common days to move a task to, as `2026-11-22`; an empty value is no date. */
export function useDayChoices(today: string): { value: string; label: string }[] {
  const { t } = useTranslation();
  return [
    { value: today, label: t("tasks.group.today") },
    { value: addDays(today, 1), label: t("tasks.group.tomorrow") },
    { value: nextMonday(today), label: t("list.move.nextWeek") },
    { value: "", label: t("tasks.group.none") },
  ];
}
