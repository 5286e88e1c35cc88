import type { DateContext } from "#app/i18n/dates";
import type { useReminderTexts } from "#app/i18n/reminder-page";
import { reminderLabel } from "#app/tasks/times/reminder-label";
import { taskTimes } from "#app/tasks/times/task-times";
import type { QuickAddReading } from "./read-quick-add";
import { remindersOf } from "./reminder-marks";

/** The reminders of a line in the words of the page, in the order of their marks. */
export function reminderLabels(
  { value, reminders }: Pick<QuickAddReading, "value" | "reminders">,
  texts: ReturnType<typeof useReminderTexts>,
  dates: DateContext,
): string[] {
  const [{ dueAt }] = taskTimes(value);
  const context = { now: new Date(dates.now), timeZone: dates.timeZone };
  const rings = remindersOf(reminders, dueAt, context) ?? [];
  return rings.map((one) => reminderLabel(one, dueAt, texts, dates));
}
