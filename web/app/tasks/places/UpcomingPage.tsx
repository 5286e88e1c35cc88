import { Link } from "@remix-run/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { addTexts } from "#app/i18n/add-texts";
import { type DateContext, dayLabel, dayName } from "#app/i18n/dates";
import { useDates } from "#app/i18n/use-format";
import { useListKeys } from "#app/tasks/list/use-list-keys";
import { useRovingTabIndex } from "#app/tasks/row/use-roving-tabindex";
import { addDays } from "#app/tasks/task/calendar-days";
import { localDue } from "#app/tasks/times/local-due";
import { useReflow } from "#app/ui/lists/use-reflow";
import { byHour } from "./by-hour";
import { DayColumn } from "./DayColumn";
import { PlaceFrame, type Shown } from "./PlaceFrame";
import { PlaceTitle, StepLink } from "./PlaceTitle";
import { placeHref } from "./place-href";
import { placeTexts } from "./place-texts";
import type { UpcomingData } from "./read-upcoming.server";

/** The next days: columns on a desk, one under the other on a phone. Tasks are dragged between them. */
export function UpcomingPage(page: UpcomingData & Shown) {
  const { t, i18n } = useTranslation();
  addTexts(i18n, placeTexts);
  const { timeZone, now, today, days, from, numbers } = page;
  const dates = useDates(timeZone, now);
  const start = from === today ? undefined : from;
  const hrefOf = (id?: number) => placeHref("/upcoming", { from: start, task: id });
  useListKeys();
  const last = days.at(-1)?.day ?? from;
  const week = days.length;
  return (
    <PlaceFrame
      page={page}
      shown={page}
      closeHref={hrefOf()}
      head={
        <PlaceTitle
          title={t("places.upcoming")}
          noteOnDesk
          note={`${dayLabel(from, dates)} – ${dayName(last, { day: "numeric", month: "long" }, dates)}`}
        >
          <StepLink
            to={placeHref("/upcoming", { from: addDays(from, -week) })}
            label={t("places.days.earlier")}
            Icon={ChevronLeft}
          />
          {start && (
            <Link
              to="/upcoming"
              className="note inline-flex min-h-11 min-w-11 items-center justify-center px-2"
            >
              {t("places.today")}
            </Link>
          )}
          <StepLink
            to={placeHref("/upcoming", { from: addDays(from, week) })}
            label={t("places.days.later")}
            Icon={ChevronRight}
          />
        </PlaceTitle>
      }
    >
      {numbers.overdue > 0 && (
        <p className="pb-2">
          <Link
            to="/today?plan=0"
            className="dense inline-flex min-h-11 items-center text-danger underline underline-offset-4"
          >
            {t("places.days.overdue", { count: numbers.overdue })}
          </Link>
        </p>
      )}
      <Columns page={page} dates={dates} hrefOf={hrefOf} />
    </PlaceFrame>
  );
}

/** The days beside each other; apart from the page, whose opened task it must not render anew. */
function Columns({
  page,
  dates,
  hrefOf,
}: {
  page: UpcomingData;
  dates: DateContext;
  hrefOf(id: number): string;
}) {
  const { days, timeZone, openedId } = page;
  const tasks = [...page.tasks].sort(byHour(timeZone));
  const dayOf = new Map(tasks.map((task) => [task.id, localDue(task, timeZone)?.day]));
  const columns = days.map(({ day, total }) => ({
    day,
    total,
    tasks: tasks.filter(({ id }) => dayOf.get(id) === day),
  }));
  const ids = columns.flatMap((column) => column.tasks.map(({ id }) => id));
  const rows = useRovingTabIndex(ids);
  const container = useReflow<HTMLDivElement>(ids.join());
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only tracks which of its rows has the focus
    <div
      ref={container}
      onFocus={rows.onFocus}
      className="flex flex-col gap-4 md:not-print:grid md:not-print:grid-cols-[repeat(7,minmax(208px,1fr))] md:not-print:gap-0 md:relative md:not-print:overflow-x-auto md:overscroll-x-contain md:pb-4"
    >
      {columns.map((column) => (
        <DayColumn
          key={column.day}
          {...column}
          later={page.later.filter(({ day }) => day === column.day)}
          dates={dates}
          hrefOf={hrefOf}
          openedId={openedId}
          tabbable={rows.current}
        />
      ))}
    </div>
  );
}
