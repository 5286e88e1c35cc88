import type { TFunction } from "i18next";
import type { Language } from "#app/i18n/language";
import { presetOf } from "./task-draft";

const DAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** A rule in words: a preset by its name, weekdays by theirs, any other as it is written. */
export function recurrenceLabel(rule: string, t: TFunction, language: Language): string {
  const preset = presetOf(rule);
  if (preset) return t(`list.repeat.${preset}`);
  const codes = /^FREQ=WEEKLY;BYDAY=([A-Z,]+)$/.exec(rule)?.[1]?.split(",");
  if (codes) {
    // 1 November 2026 was a Sunday.
    const name = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
    const days = codes.map((code) =>
      name.format(new Date(Date.UTC(2026, 10, 1 + DAYS.indexOf(code)))),
    );
    return t("list.repeat.on", { days: new Intl.ListFormat(language).format(days) });
  }
  const [, frequency = "", step] =
    /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY);INTERVAL=(\d+)$/.exec(rule) ?? [];
  const unit = { DAILY: "days", WEEKLY: "weeks", MONTHLY: "months", YEARLY: "years" } as const;
  const named = unit[frequency as keyof typeof unit];
  return named ? t(`list.repeat.${named}`, { count: Number(step) }) : rule;
}
