import { parseDue } from "./due-date";

/** The days of the calendar from one due date, in wire form, to another. */
export function daysBetween(from: string, to: string, timeZone: string): number {
  const [start, end] = [from, to].map((text) => {
    const due = parseDue(text);
    const zone = due?.dueHasTime ? timeZone : "UTC";
    return Temporal.Instant.fromEpochMilliseconds(due?.dueAt?.getTime() ?? 0)
      .toZonedDateTimeISO(zone)
      .toPlainDate();
  });
  return start && end ? start.until(end, { largestUnit: "days" }).days : 0;
}
