import { readCalendar } from "../transfer-calendar";
import type { Found, Loss, LossKind, Part, ReadContext, SkipKind } from "./imported-task";

/** What the properties are that no task here has. */
const KINDS: Record<string, LossKind> = {
  CATEGORIES: "labels",
  RRULE: "rule",
  EXRULE: "rule",
  RDATE: "dates",
  ATTACH: "attachments",
  LOCATION: "place",
  URL: "link",
  "RELATED-TO": "relations",
  TZID: "zone",
  DTSTART: "startDate",
  CANCELLED: "cancelled",
  "PERCENT-COMPLETE": "percent",
};

/** What stands beside tasks, and is none. */
const SKIPPED: Record<string, SkipKind> = {
  VEVENT: "events",
  VJOURNAL: "journals",
  VFREEBUSY: "busy",
};

/** Whether a text is an iCalendar. */
export const isCalendar = (text: string): boolean =>
  /^\s*BEGIN:VCALENDAR/i.test(text.slice(0, 1_000));

/** Whether a calendar is of Apple: its reminders. */
export const isReminders = (text: string): boolean =>
  isCalendar(text) && /^(PRODID:-\/\/Apple|X-APPLE-)/im.test(text.slice(0, 5_000));

/** Reads the VTODOs of an iCalendar; without a category, its name is their list. */
export function* readCalendarTasks(
  { text }: Part,
  { timeZone, others }: ReadContext,
): Generator<Found> {
  const name = /^X-WR-CALNAME:([^\r\n]{1,200})/im.exec(text.slice(0, 5_000))?.[1]?.trim();
  const list = name && !/^(reminders|tasks|یاد دہانیاں)$/i.test(name) ? name : undefined;
  for (const { value, leftOut, uid } of readCalendar(text, timeZone, others)) {
    const losses = leftOut.map(
      (property): Loss => ({ kind: KINDS[property] ?? "relations", text: property }),
    );
    yield { raw: { category: list, ...value }, uid, losses };
  }
  for (const [name, count] of others)
    for (let n = 0; n < count; n += 1) yield { skipped: SKIPPED[name] ?? "other" };
}
