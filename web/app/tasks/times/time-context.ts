import type { DateContext } from "#app/i18n/dates";
import type { TimeContext } from "#app/when/find-times";
import type { Preferences } from "#app/when/preferences";

/** What words of time are read against on a page: now, and not when the page was loaded. */
export function timeContext({ timeZone, clock, firstWeekday, parts }: DateContext): TimeContext {
  const preferences: Partial<Preferences> = {
    ...(clock && { clock }),
    ...(firstWeekday && { firstWeekday }),
    ...(parts && { parts: parts as Preferences["parts"] }),
  };
  return { now: new Date(), timeZone, preferences };
}
