import { Link } from "@remix-run/react";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { clockLabel, type DateContext, dayIn, spanLabel } from "#app/i18n/dates";
import { directionOf } from "#app/i18n/language";
import { addDays } from "#app/tasks/task/calendar-days";
import { DURATION_MAX } from "#app/tasks/task/task";
import { classNames } from "#app/ui/styles/class-names";
import { useStyle } from "#app/ui/styles/use-style";
import { type Dragged, findUnder, markOver, useDrag } from "./use-drag";
import { useReschedule } from "./use-reschedule";
import { type Placed, timeOf } from "./week-lanes";

/** Moves and lengths are in steps of so many minutes. */
const STEP = 15;
const DAY_MINUTES = 1_440;

const toStep = (minutes: number): number => Math.round(minutes / STEP) * STEP;

/**
 * A task in a week: dragged to another hour, day or to the whole day; made longer at its lower edge.
 * The arrow keys do the same.
 */
export function WeekTask({
  placed: { task, start, end, lane, lanes },
  day,
  dates,
  href,
  opened,
  tabbable,
}: {
  placed: Placed;
  day: string;
  dates: DateContext;
  href: string;
  opened: boolean;
  tabbable: boolean;
}) {
  const { t } = useTranslation();
  const reschedule = useReschedule(dates.timeZone);
  const box = useRef<HTMLLIElement>(null);
  useStyle(box, {
    top: heightOf(start),
    height: heightOf(end - start),
    insetInlineStart: `${(lane / lanes) * 100}%`,
    width: `${100 / lanes}%`,
    visibility: "visible",
  });
  const { title, dueAt, durationMinutes, completed } = task;
  const lasts = end - start;
  const startAt = (minutes: number) => Math.max(0, Math.min(DAY_MINUTES - STEP, toStep(minutes)));
  const lastsFor = (minutes: number) => Math.max(STEP, Math.min(DURATION_MAX, toStep(minutes)));
  /** The minutes of a distance on the page. */
  const minutesOver = (pixels: number) => {
    const height = box.current?.closest("[data-column]")?.clientHeight ?? DAY_MINUTES;
    return (pixels / height) * DAY_MINUTES;
  };

  const onMoveStart = useDrag({
    onMove(_, { dx, dy, x, y }) {
      if (!box.current) return;
      box.current.style.transform = `translate(${dx}px, ${dy}px)`;
      box.current.style.pointerEvents = "none";
      markOver(findUnder(x, y, "[data-whole-day], [data-column]"));
    },
    onEnd(_, dragged) {
      const under = dragged && findUnder(dragged.x, dragged.y, "[data-whole-day], [data-column]");
      markOver(null);
      if (box.current) Object.assign(box.current.style, { transform: "", pointerEvents: "" });
      if (!under || !dragged) return;
      const { column, wholeDay } = under.dataset;
      if (wholeDay) reschedule(task, { day: wholeDay, time: "" });
      else if (column) {
        const time = timeOf(startAt(start + minutesOver(dragged.dy)));
        reschedule(task, { day: column, time });
      }
    },
  });
  const resized = ({ dy }: Dragged) => lastsFor(lasts + minutesOver(dy));
  const onResizeStart = useDrag({
    onMove(_, dragged) {
      if (box.current) box.current.style.height = heightOf(resized(dragged));
    },
    onEnd(_, dragged) {
      if (box.current) box.current.style.height = heightOf(lasts);
      if (dragged) reschedule(task, { minutes: resized(dragged) });
    },
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const forward = directionOf(dates.language) === "rtl" ? -1 : 1;
    const down = { ArrowDown: 1, ArrowUp: -1 }[key];
    const across = { ArrowRight: forward, ArrowLeft: -forward }[key];
    if (down === undefined && across === undefined) return;
    event.preventDefault();
    if (across) reschedule(task, { day: addDays(day, across) });
    else if (down && shiftKey) {
      reschedule(task, { minutes: lastsFor((durationMinutes ?? lasts) + down * STEP) });
    } else if (down) reschedule(task, { time: timeOf(startAt(start + down * STEP)) });
  };

  const today = dayIn(dates.timeZone, new Date(dates.now));
  return (
    <li
      ref={box}
      data-row={task.id}
      data-from={completed ? undefined : day}
      data-today={today}
      className={classNames(
        // Without script it stands in the order of the day.
        "absolute z-[3] overflow-hidden border bg-raised invisible noscript:visible noscript:static has-data-dragging:z-10 has-data-dragging:shadow-float",
        opened ? "border-ink" : "border-edge",
      )}
    >
      <Link
        to={href}
        preventScrollReset
        draggable={false}
        data-open={task.id}
        tabIndex={tabbable ? undefined : -1}
        aria-current={opened ? "true" : undefined}
        aria-label={`${title}, ${dueAt ? spanLabel(dueAt, durationMinutes, dates) : ""}${completed ? `, ${t("places.grid.done")}` : ""}`}
        aria-description={completed ? undefined : t("places.grid.keys")}
        onPointerDown={completed ? undefined : onMoveStart}
        onKeyDown={completed ? undefined : onKeyDown}
        className={classNames(
          "calendar-task block h-full px-1 focus-visible:-outline-offset-2",
          completed && "text-quiet line-through",
        )}
      >
        <span className="figures text-quiet">{clockLabel(timeOf(start), dates)}</span>{" "}
        <bdi>{title}</bdi>
      </Link>
      {!completed && (
        // Keys change the length as well: this is for pointers.
        <span
          aria-hidden="true"
          onPointerDown={onResizeStart}
          className="absolute inset-x-0 bottom-0 h-2 cursor-ns-resize"
        />
      )}
    </li>
  );
}

const heightOf = (minutes: number): string => `${(minutes / DAY_MINUTES) * 100}%`;
