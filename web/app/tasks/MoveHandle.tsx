import { useFetcher } from "@remix-run/react";
import { GripVertical } from "lucide-react";
import { lazy, type PointerEvent, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DateContext, dayIn, isDay } from "#app/i18n/dates";
import { IconButton } from "#app/ui/Button";
import type { Task } from "./task";
import { useDayChoices } from "./use-day-choices";

const DatePopover = lazy(() => import("#app/ui/DatePopover"));

/** So far the pointer goes before a press is a drag. */
const DRAG_PX = 6;

/** Takes a task to another day: dragged onto a group of the list, or chosen from a calendar. */
export function MoveHandle({
  task,
  title,
  dates,
  tabIndex,
  className,
}: {
  task: Task;
  title: string;
  dates: DateContext;
  tabIndex?: number;
  className?: string;
}) {
  const { t } = useTranslation();
  const fetcher = useFetcher({ key: `move-${task.id}` });
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const choices = useDayChoices(dayIn(dates.timeZone, new Date(dates.now)));
  const from = useRef<{ x: number; y: number } | null>(null);
  const dragged = useRef(false);
  const move = (value: string) => {
    const form = { intent: "many", ids: String(task.id), to: "due", value };
    fetcher.submit(form, { method: "post", action: "/tasks" });
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const start = from.current;
    if (!start) return;
    const [x, y] = [event.clientX - start.x, event.clientY - start.y];
    if (!dragged.current && Math.hypot(x, y) < DRAG_PX) return;
    dragged.current = true;
    const row = event.currentTarget.closest<HTMLElement>("[data-row]");
    if (row) Object.assign(row.style, carried(y));
    mark(targetAt(event));
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const row = event.currentTarget.closest<HTMLElement>("[data-row]");
    if (row) Object.assign(row.style, atRest);
    mark(null);
    const target = dragged.current && from.current && targetAt(event);
    from.current = null;
    if (target && event.type === "pointerup" && !target.contains(row)) {
      move(target.dataset.day ?? "");
    }
  };

  return (
    <div className="relative max-md:-me-3">
      <IconButton
        ref={button}
        type="button"
        label={t("list.move.label", { title })}
        aria-haspopup="dialog"
        aria-expanded={open}
        tabIndex={tabIndex}
        onPointerDown={(event) => {
          from.current = { x: event.clientX, y: event.clientY };
          dragged.current = false;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
        onClick={() => !dragged.current && setOpen(!open)}
        className={`touch-none ${className ?? ""}`}
      >
        <GripVertical aria-hidden="true" size={20} strokeWidth={1.5} />
      </IconButton>
      {/* No boundary before there is something in it: the page would hydrate every row apart. */}
      {open && (
        <Suspense>
          <DatePopover
            label={t("list.move.label", { title })}
            anchor={button}
            date={task.dueAt ? dayOf(task.dueAt, dates.timeZone) : ""}
            onDate={move}
            choices={choices}
            dates={dates}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

const dayOf = (dueAt: string, timeZone: string): string =>
  isDay(dueAt) ? dueAt : dayIn(timeZone, new Date(dueAt));

/** The pointer sees through the row that it carries. */
const carried = (y: number) => ({
  transform: `translateY(${y}px)`,
  opacity: "0.7",
  pointerEvents: "none",
});
const atRest = { transform: "", opacity: "", pointerEvents: "" };

const targetAt = ({ clientX, clientY }: PointerEvent): HTMLElement | null => {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const target = element.closest<HTMLElement>("[data-day]");
    if (target) return target;
  }
  return null;
};

function mark(target: HTMLElement | null): void {
  for (const one of document.querySelectorAll<HTMLElement>("[data-day]")) {
    one.toggleAttribute("data-over", one === target);
  }
}
