import type { TFunction } from "i18next";
import { inNumerals, type Numerals } from "#app/i18n/numerals";

/** A duration in minutes as words: "1 h 30 min", "2 days". */
export function durationLabel(minutes: number, t: TFunction, numerals: Numerals): string {
  const parts = [
    [Math.floor(minutes / 1_440), "days"],
    [Math.floor((minutes % 1_440) / 60), "hours"],
    [minutes % 60, "minutes"],
  ] as const;
  const words = parts.map(([count, unit]) => count > 0 && t(`list.lasting.${unit}`, { count }));
  return inNumerals(words.filter(Boolean).join(" "), numerals);
}
