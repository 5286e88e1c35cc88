/** Recurrence rules that the forms offer by name; any other rule is shown as it is written. */
export const RECURRENCE_PRESETS = {
  daily: "FREQ=DAILY",
  weekdays: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  weekly: "FREQ=WEEKLY",
  fortnightly: "FREQ=WEEKLY;INTERVAL=2",
  monthly: "FREQ=MONTHLY",
  yearly: "FREQ=YEARLY",
} as const;

/** The name of the preset that equals an RRULE; null for any other rule. */
export function presetOf(rule: string): keyof typeof RECURRENCE_PRESETS | null {
  const found = Object.entries(RECURRENCE_PRESETS).find(([, preset]) => preset === rule);
  return found ? (found[0] as keyof typeof RECURRENCE_PRESETS) : null;
}
