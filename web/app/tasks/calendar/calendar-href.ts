import { placeHref } from "#app/tasks/places/place-href";
import type { CalendarData } from "./read-calendar.server";

/** The address of what a calendar shows, with a task opened or the list of a day. */
export function calendarHref(
  { kind, shown }: Pick<CalendarData, "kind" | "shown">,
  more: { task?: number; day?: string } = {},
): string {
  const at = kind === "week" ? { week: shown } : { month: shown.slice(0, 7) };
  return placeHref("/calendar", { ...at, ...more });
}
