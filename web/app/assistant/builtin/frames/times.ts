import { findTimes, type TimeContext, type TimeSpan } from "#app/when/find-times";
import { defaultPreferences, type Preferences } from "#app/when/preferences";
import type { Language } from "../../language";

/** How the times of a command are read. */
export const contextFor = (intent: string, time: TimeContext): TimeContext => ({
  ...time,
  asks: ASKING.test(intent),
  moves: intent === "update",
});

/** Finds the times of a message once for each way to read them. */
export function timesOnce(text: string): (context: TimeContext) => readonly TimeSpan[] {
  const found = new Map<string, TimeSpan[]>();
  return (context) => {
    const way = `${context.asks ?? false} ${context.moves ?? false}`;
    const times = found.get(way) ?? findTimes(text, context);
    found.set(way, times);
    return times;
  };
}

const ASKING = /^(?:list|find|delete|complete|reopen)$/;

/** What the times of a message are read against. */
export function timeContext(
  { now, preferences }: { now: Temporal.ZonedDateTime; preferences?: Partial<Preferences> },
  language: Language,
): TimeContext {
  const locale = language === "en" ? "en-PK" : "ur-PK";
  return {
    now: new Date(now.epochMilliseconds),
    timeZone: now.timeZoneId,
    locale,
    spoken: true,
    preferences: { ...defaultPreferences(locale), ...preferences },
  };
}
