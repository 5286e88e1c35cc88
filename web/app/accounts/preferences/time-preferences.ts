import { defaultPreferences, type Preferences } from "#app/when/preferences";
import { clockOf } from "#app/when/zone";

/** The parts of the day whose hour a person may choose. */
export const CHOSEN_PARTS = ["morning", "afternoon", "evening", "night"] as const;

/** What an account keeps of how its person counts weeks and hours; null is what is usual. */
export interface TimeColumns {
  firstWeekday?: number | null;
  clockHours?: number | null;
  /** Minutes after midnight by parts of the day. */
  dayParts?: unknown;
  locale?: string | null;
}

/**
 * The preferences of a person, as a reader of times takes them: only what they have chosen, so that
 * the language decides the rest.
 */
export function timePreferences(user: TimeColumns): Partial<Preferences> {
  const { firstWeekday, clockHours } = user;
  const chosen = chosenParts(user.dayParts);
  const usual = defaultPreferences(user.locale ?? undefined).parts;
  return {
    ...(firstWeekday && { firstWeekday }),
    ...((clockHours === 12 || clockHours === 24) && { clock: clockHours }),
    ...(Object.keys(chosen).length > 0 && { parts: { ...usual, ...chosen } }),
  };
}

/** The chosen hours of a JSON column; what is no hour is left out. */
export function chosenParts(json: unknown): Partial<Preferences["parts"]> {
  const stored = (typeof json === "object" && json) || {};
  const entries = CHOSEN_PARTS.map((part) => [part, stored[part as keyof typeof stored]] as const);
  return Object.fromEntries(
    entries.filter(([, minutes]) => Number.isInteger(minutes) && minutes >= 0 && minutes < 1_440),
  );
}

/** The hour of each part that a person may choose, as `09:00`. */
export function partClocks(preferences: Partial<Preferences>): Record<string, string> {
  const { parts } = { ...defaultPreferences(), ...preferences };
  return Object.fromEntries(CHOSEN_PARTS.map((part) => [part, clockOf(parts[part])]));
}
