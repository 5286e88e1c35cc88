import { useFetcher } from "@remix-run/react";
import { GripVertical } from "lucide-react";
import { type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "#app/ui/Button";
import { addDays, nextMonday } from "./quick-add-days";
import type { Task } from "./task";

/** So far the pointer goes before a press is a drag. */
const DRAG_PX = 6;

/** Takes a task to another day: dragged onto a group of the list, or chosen from its menu. */
export function MoveHandle({
  task,
  title,
  today,
  tabIndex,
  className,
}: {
  task: Task;
  title: string;
  today: string;
  tabIndex?: number;
  className?: string;
}) {
  const { t } = useTranslation();
  const fetcher = useFetcher({ key: `move-${task.id}` });
  const [open, setOpen] = useState(false);
  const from = useRef<{ x: number; y: number } | null>(null);
  const dragged = useRef(false);
  const move = (value: string) => {
    setOpen(false);
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
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and leaving close the menu inside
    <div
      className="relative"
      onKeyDown={(event) => {
        if (!open || event.key !== "Escape") return;
        event.preventDefault();
        setOpen(false);
        event.currentTarget.querySelector("button")?.focus();
      }}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <IconButton
        type="button"
        label={t("list.move.label", { title })}
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
      {open && (
        <ul className="appear absolute end-0 top-full z-20 w-44 border border-hairline bg-raised py-1 shadow-float">
          {[
            [today, t("tasks.group.today")],
            [addDays(today, 1), t("tasks.group.tomorrow")],
            [nextMonday(today), t("list.move.nextWeek")],
            ["", t("tasks.group.none")],
          ].map(([value = "", label]) => (
            <li key={value}>
              <button
                type="button"
                onClick={() => move(value)}
                className="dense min-h-11 w-full px-4 text-start pointer:hover:bg-hairline"
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

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
