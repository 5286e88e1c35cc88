import { Link } from "@remix-run/react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { clockLabel, type DateContext, dayIn, spanLabel } from "#app/i18n/dates";
import { directionOf } from "#app/i18n/language";
import { groupOf } from "#app/tasks/list/due-groups";
import { useMove } from "#app/tasks/row/use-move";
import { addDays } from "#app/tasks/task/calendar-days";
import type { Task } from "#app/tasks/task/task";
import { localDue } from "#app/tasks/times/local-due";
import { classNames } from "#app/ui/styles/class-names";
import { findUnder, markOver, useDrag } from "./use-drag";

/** A task in a cell of a month: dragged to another day, or moved by the arrow keys. */
export function MonthTask({
  task,
  dates,
  href,
  opened,
  tabbable,
  target = "[data-day]",
}: {
  task: Task;
  dates: DateContext;
  href: string;
  opened: boolean;
  tabbable: boolean;
  /** Selects what it can be dragged onto: its attribute is the day. */
  target?: "[data-day]" | "[data-whole-day]";
}) {
  const { t } = useTranslation();
  const move = useMove();
  const { title, dueAt, durationMinutes, completed } = task;
  const due = localDue(task, dates.timeZone);
  const now = new Date(dates.now);
  const group = groupOf(task, now, dates.timeZone);
  const onPointerDown = useDrag({
    onMove(element, { dx, dy, x, y }) {
      element.style.transform = `translate(${dx}px, ${dy}px)`;
      element.style.pointerEvents = "none";
      markOver(findUnder(x, y, target));
    },
    onEnd(element, dragged) {
      const cell = dragged && findUnder(dragged.x, dragged.y, target);
      markOver(null);
      element.style.transform = "";
      element.style.pointerEvents = "";
      const day = cell?.dataset.day ?? cell?.dataset.wholeDay;
      if (day && day !== due?.day) move(task.id, day);
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = directionOf(dates.language) === "rtl" ? -1 : 1;
    const days = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: 7, ArrowUp: -7 }[event.key];
    if (!days || !due || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(task.id, addDays(due.day, days));
  };
  return (
    <li
      data-row={task.id}
      data-from={completed ? undefined : due?.day}
      data-today={dayIn(dates.timeZone, now)}
    >
      <Link
        to={href}
        preventScrollReset
        draggable={false}
        data-open={task.id}
        tabIndex={tabbable ? undefined : -1}
        aria-current={opened ? "true" : undefined}
        aria-label={`${title}, ${dueAt ? spanLabel(dueAt, durationMinutes, dates) : ""}${completed ? `, ${t("places.grid.done")}` : ""}`}
        aria-description={completed ? undefined : t("places.grid.keysMonth")}
        onPointerDown={completed ? undefined : onPointerDown}
        onKeyDown={completed ? undefined : onKeyDown}
        className={classNames(
          "calendar-task flex min-h-6 items-center gap-1 px-2 data-dragging:relative data-dragging:z-10 data-dragging:bg-raised data-dragging:shadow-float",
          opened && "bg-raised",
          completed ? "text-quiet line-through" : group === "overdue" ? "text-danger" : "text-ink",
        )}
      >
        {due?.time && (
          <span className="figures shrink-0 text-quiet">{clockLabel(due.time, dates)}</span>
        )}
        <bdi className="min-w-0 truncate">{title}</bdi>
      </Link>
    </li>
  );
}
