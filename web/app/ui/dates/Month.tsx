import { ChevronDown, ChevronLeft, ChevronRight } from "lucide-react";
import { DayPicker } from "react-day-picker";
import { useTranslation } from "react-i18next";
import { type DateContext, dayIn, dayName, weekStart } from "#app/i18n/dates";
import { directionOf } from "#app/i18n/language";

/** Selectable years around the current one. */
const YEARS_BACK = 5;
const YEARS_AHEAD = 20;

const toDate = (day: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date);
};
const toDay = (date: Date): string =>
  [
    String(date.getFullYear()).padStart(4, "0"),
    String(date.getMonth() + 1).padStart(2, "0"),
    String(date.getDate()).padStart(2, "0"),
  ].join("-");

const arrow =
  "inline-flex size-11 shrink-0 items-center justify-center rounded-control pointer:hover:bg-hairline aria-disabled:opacity-40";
const dropdown =
  "relative inline-flex min-h-11 items-center rounded-control px-1 has-focus-visible:outline-2 has-focus-visible:outline-accent-text";

/** A calendar month in the language, digits and direction of the page. */
export function Month({
  date,
  dates,
  onChoose,
}: {
  date: string;
  dates: DateContext;
  onChoose(day: string): void;
}) {
  const { t } = useTranslation();
  const today = dayIn(dates.timeZone, new Date(dates.now));
  const selected = date ? toDate(date) : undefined;
  const name = (day: Date, options: Intl.DateTimeFormatOptions) =>
    dayName(toDay(day), options, dates);
  const year = toDate(today).getFullYear();
  const shown = (selected ?? toDate(today)).getFullYear();
  return (
    <DayPicker
      mode="single"
      autoFocus
      captionLayout="dropdown"
      navLayout="around"
      showOutsideDays
      dir={directionOf(dates.language)}
      lang={dates.language}
      weekStartsOn={weekStart(dates)}
      selected={selected}
      defaultMonth={selected ?? toDate(today)}
      today={toDate(today)}
      startMonth={new Date(Math.min(year - YEARS_BACK, shown), 0)}
      endMonth={new Date(Math.max(year + YEARS_AHEAD, shown), 11)}
      onSelect={(_, day) => onChoose(toDay(day))}
      formatters={{
        formatDay: (day) => name(day, { day: "numeric" }),
        formatMonthDropdown: (day) => name(day, { month: "long" }),
        formatYearDropdown: (day) => name(day, { year: "numeric" }),
        formatCaption: (day) => name(day, { month: "long", year: "numeric" }),
        formatWeekdayName: (day) =>
          name(day, { weekday: dates.language === "ur" ? "short" : "narrow" }),
      }}
      labels={{
        labelNav: () => t("ui.date.nav"),
        labelNext: () => t("ui.date.next"),
        labelPrevious: () => t("ui.date.previous"),
        labelMonthDropdown: () => t("ui.date.month"),
        labelYearDropdown: () => t("ui.date.year"),
        labelWeekday: (day) => name(day, { weekday: "long" }),
        labelGrid: (day) => name(day, { month: "long", year: "numeric" }),
        labelDayButton: (day) =>
          name(day, { weekday: "long", day: "numeric", month: "long", year: "numeric" }),
      }}
      components={{
        Chevron: ({ orientation = "down" }) => {
          const Icon = {
            left: ChevronLeft,
            right: ChevronRight,
            up: ChevronDown,
            down: ChevronDown,
          }[orientation];
          return <Icon aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0" />;
        },
      }}
      classNames={{
        month: "grid grid-cols-[auto_1fr_auto] items-center",
        month_caption: "text-center",
        dropdowns: "inline-flex items-center justify-center gap-1",
        dropdown_root: dropdown,
        dropdown: "absolute inset-0 w-full opacity-0",
        caption_label: "dense inline-flex items-center gap-1 font-medium",
        button_previous: arrow,
        button_next: arrow,
        month_grid: "col-span-3 border-collapse",
        weekday: "note size-11 pointer:h-9 text-center font-normal text-quiet",
        day: "group/day p-0 text-center",
        outside: "text-quiet",
        day_button:
          "dense figures inline-flex size-11 pointer:h-9 items-center justify-center rounded-control pointer:hover:bg-hairline group-data-today/day:font-bold group-data-today/day:not-group-data-selected/day:text-accent-text group-data-selected/day:bg-ink group-data-selected/day:text-page",
      }}
    />
  );
}
