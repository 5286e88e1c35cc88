import ICAL from "ical.js";
import { isDay } from "#app/i18n/dates";

/** What a clock of a zone shows at a moment. */
export const localTime = (moment: string, zone: string): string =>
  Temporal.Instant.from(moment)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" });

/** A day, or a moment: on the clock of a zone, or in UTC without one. */
export function toTime(text: string, zone: string | null): InstanceType<typeof ICAL.Time> {
  if (isDay(text)) return ICAL.Time.fromDateString(text);
  // iCalendar times have no fractions of a second.
  if (!zone) return ICAL.Time.fromDateTimeString(`${new Date(text).toISOString().slice(0, 19)}Z`);
  return ICAL.Time.fromDateTimeString(text.endsWith("Z") ? localTime(text, zone) : text);
}
