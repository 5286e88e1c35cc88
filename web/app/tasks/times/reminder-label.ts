import { type DateContext, dueLabel, isDay } from "#app/i18n/dates";
import type { useReminderTexts } from "#app/i18n/reminder-page";
import type { Reminder } from "#app/tasks/task/reminder";

/** A reminder in the words of the page: "30 min before", "At its time", "today 17:30". */
export function reminderLabel(
  reminder: Reminder,
  dueAt: string | null,
  { text, n }: Pick<ReturnType<typeof useReminderTexts>, "text" | "n">,
  dates: DateContext,
): string {
  // A moment that was just entered has no offset: the server knows where the person is.
  if ("at" in reminder)
    return reminder.at.endsWith("Z") ? dueLabel(reminder.at, dates) : reminder.at.replace("T", " ");
  const minutes = reminder.minutes_before;
  if (minutes === 0) return dueAt !== null && isDay(dueAt) ? text.inMorning : text.atTime;
  if (minutes % 1_440 === 0) return text.before(text.days(minutes / 1_440, n(minutes / 1_440)));
  return text.before(minutes % 60 === 0 ? text.hours(n(minutes / 60)) : text.minutes(n(minutes)));
}
