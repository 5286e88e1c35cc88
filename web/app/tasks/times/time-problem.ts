import type { TFunction } from "i18next";
import { type DateContext, dayLabel, dayName, dueLabel } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import type { Problem, TimeValue } from "#app/when/value";

/**
 * One sentence about words of time: why they have no value, or what is to be known of it.
 *
 * @param value what the words mean all the same
 */
export function timeProblem(
  problem: Problem,
  value: TimeValue | null,
  t: TFunction,
  dates: DateContext,
): string {
  const days = (isos: readonly string[]): string =>
    new Intl.ListFormat(dates.language, { type: "disjunction" }).format(
      isos.map((iso) => dayLabel(iso, dates)),
    );
  switch (problem.kind) {
    case "impossible": {
      const { day, month, year } = problem;
      const number = inNumerals(String(day), dates.numerals);
      if (month === null) return t("reading.noDay", { day: number });
      const name = dayName(`2000-${String(month).padStart(2, "0")}-01`, { month: "long" }, dates);
      const date = [number, name, year && inNumerals(String(year), dates.numerals)];
      return t("reading.noDate", { date: date.filter(Boolean).join(" ") });
    }
    case "contradiction":
      return t("reading.contradiction", { days: days(problem.days) });
    case "choice":
      return t("reading.choice", { days: days(problem.days) });
    case "within-day":
      return t("reading.withinDay");
    case "often":
      return value?.kind === "several"
        ? t("reading.hours", { count: problem.count })
        : t("reading.often", { count: problem.count });
    case "passed":
      return t("reading.passed", { when: dueLabel(problem.at, dates) });
  }
}
