import { placeHref } from "#app/tasks/places/place-href";
import type { CalendarData } from "./read-calendar.server";

/** The address of what a calendar shows, with a task opened or the list of a day. */
export function calendarHref(
  {
    kind,
    shown,
    near = [],
  }: Pick<CalendarData, "kind" | "shown"> & Partial<Pick<CalendarData, "near">>,
  more: { task?: number; day?: string } = {},
): string {
  // The first day that a phone shows of the week.
  const at = kind === "week" ? { week: near[0] ?? shown } : { month: shown.slice(0, 7) };
  return placeHref("/calendar", { ...at, ...more });
}
