import { Link, useFetchers } from "@remix-run/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { addTexts } from "#app/i18n/add-texts";
import { dayName } from "#app/i18n/dates";
import { useDates } from "#app/i18n/use-format";
import { useListKeys } from "#app/tasks/list/use-list-keys";
import { PlaceFrame, type Shown } from "#app/tasks/places/PlaceFrame";
import { PlaceTitle, StepLink } from "#app/tasks/places/PlaceTitle";
import { placeHref } from "#app/tasks/places/place-href";
import { placeTexts } from "#app/tasks/places/place-texts";
import { firstOfMonth } from "#app/tasks/places/read-day";
import { addDays } from "#app/tasks/task/calendar-days";
import { Problem } from "#app/ui/feedback/Problem";
import { classNames } from "#app/ui/styles/class-names";
import { calendarHref } from "./calendar-href";
import { MonthGrid } from "./MonthGrid";
import type { CalendarData } from "./read-calendar.server";
import { WeekGrid } from "./WeekGrid";

/** A month or a week with what is due: moved and made longer by hand or by keys. */
export function CalendarPage(page: CalendarData & Shown) {
  const { t, i18n } = useTranslation();
  addTexts(i18n, placeTexts);
  const { kind, shown, near, day, timeZone, now, today } = page;
  const dates = useDates(timeZone, now);
  const isWeek = kind === "week";
  const refused = useFetchers().some(
    ({ key, data, state }) =>
      key.startsWith("move-") &&
      state === "idle" &&
      (data as { ok?: boolean } | null)?.ok === false,
  );
  useListKeys();
  const at = (by: number) =>
    isWeek
      ? calendarHref({ kind, shown: addDays(shown, 7 * by) })
      : calendarHref({ kind, shown: firstOfMonth(shown, by) });
  const first = near[0] ?? shown;
  /** On a phone a week goes on by the three days that it shows. */
  const nearAt = (by: number) => calendarHref({ kind, shown: addDays(first, 3 * by) });
  const focus = today.slice(0, 7) === shown.slice(0, 7) ? today : shown;
  const note = isWeek
    ? `${dayName(shown, { day: "numeric", month: "short" }, dates)} – ${dayName(addDays(shown, 6), { day: "numeric", month: "short", year: "numeric" }, dates)}`
    : dayName(shown, { month: "long", year: "numeric" }, dates);
  return (
    <PlaceFrame
      page={page}
      shown={page}
      closeHref={calendarHref(page, { day: day ?? undefined })}
      head={
        <PlaceTitle title={t("places.calendar")} note={note}>
          <nav aria-label={t("places.grid.shown")} className="me-2 flex">
            {(
              [
                ["month", placeHref("/calendar", { month: shown.slice(0, 7) })],
                ["week", placeHref("/calendar", { week: isWeek ? first : focus })],
              ] as const
            ).map(([one, to]) => (
              <Link
                key={one}
                to={to}
                aria-current={one === kind ? "page" : undefined}
                className={classNames(
                  "note inline-flex min-h-11 min-w-11 items-center justify-center px-2 underline-offset-8",
                  one === kind ? "text-ink underline" : "text-quiet pointer:hover:text-ink",
                )}
              >
                {t(`places.grid.${one}`)}
              </Link>
            ))}
          </nav>
          {isWeek && (
            <StepLink
              to={nearAt(-1)}
              label={t("places.days.earlier")}
              Icon={ChevronLeft}
              className="md:hidden"
            />
          )}
          <StepLink
            to={at(-1)}
            label={t(isWeek ? "places.grid.previousWeek" : "places.grid.previousMonth")}
            Icon={ChevronLeft}
            className={isWeek ? "max-md:hidden" : undefined}
          />
          <Link
            to={isWeek ? `/calendar?week=${today}` : "/calendar"}
            aria-label={t(isWeek ? "places.grid.thisWeek" : "places.grid.thisMonth")}
            className="note inline-flex min-h-11 min-w-11 items-center justify-center px-1 text-quiet pointer:hover:text-ink"
          >
            {t("places.today")}
          </Link>
          {isWeek && (
            <StepLink
              to={nearAt(1)}
              label={t("places.days.later")}
              Icon={ChevronRight}
              className="md:hidden"
            />
          )}
          <StepLink
            to={at(1)}
            label={t(isWeek ? "places.grid.nextWeek" : "places.grid.nextMonth")}
            Icon={ChevronRight}
            className={isWeek ? "max-md:hidden" : undefined}
          />
        </PlaceTitle>
      }
    >
      {refused && (
        <div className="pb-2">
          <Problem>{t("notices.nothingToUndo")}</Problem>
        </div>
      )}
      {isWeek ? <WeekGrid page={page} dates={dates} /> : <MonthGrid page={page} dates={dates} />}
    </PlaceFrame>
  );
}
