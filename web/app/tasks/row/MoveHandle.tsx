import { GripVertical } from "lucide-react";
import { type PointerEvent, useRef } from "react";
import type { DateContext } from "#app/i18n/dates";
import type { Task } from "#app/tasks/task/task";
import { IconButton } from "#app/ui/controls/Button";
import { classNames } from "#app/ui/styles/class-names";
import { useMove } from "./use-move";
import { useMovePopover } from "./use-move-popover";

/** Pointer distance from which a press counts as a drag. */
const DRAG_THRESHOLD_PX = 6;

/** Moves a task to another day: by dragging it onto a group of the list, or with a calendar. */
export function MoveHandle({
  task,
  title,
  dates,
  tabIndex,
  floats = false,
  className,
}: {
  task: Task;
  title: string;
  dates: DateContext;
  tabIndex?: number;
  /** Over the end of the row, where it shows on hover alone and the row has no room to give. */
  floats?: boolean;
  className?: string;
}) {
  const move = useMove();
  const { button, toggle, popover } = useMovePopover(task, title, dates);
  const dragStart = useRef<{ x: number; y: number } | null>(null);
  const dragged = useRef(false);

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const start = dragStart.current;
    if (!start) return;
    const [x, y] = [event.clientX - start.x, event.clientY - start.y];
    if (!dragged.current && Math.hypot(x, y) < DRAG_THRESHOLD_PX) return;
    dragged.current = true;
    const row = event.currentTarget.closest<HTMLElement>("[data-row]");
    if (row) Object.assign(row.style, draggingStyle(x, y));
    scrollAtEdge(event.clientY);
    markDropTarget(dropTargetAt(event));
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const row = event.currentTarget.closest<HTMLElement>("[data-row]");
    if (row) Object.assign(row.style, restingStyle);
    markDropTarget(null);
    const target = dragged.current && dragStart.current && dropTargetAt(event);
    dragStart.current = null;
    if (target && event.type === "pointerup" && !target.contains(row)) {
      move(task.id, target.dataset.day ?? "");
    }
  };

  return (
    <div
      className={classNames(
        "relative max-md:-me-3",
        floats && "pointer:absolute pointer:end-0 pointer:top-1",
      )}
    >
      <IconButton
        {...button}
        tabIndex={tabIndex}
        onPointerDown={(event) => {
          dragStart.current = { x: event.clientX, y: event.clientY };
          dragged.current = false;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
        onClick={() => !dragged.current && toggle()}
        className={classNames("touch-none", floats && "pointer:bg-page", className)}
      >
        <GripVertical aria-hidden="true" size={20} strokeWidth={1.5} />
      </IconButton>
      {popover}
    </div>
  );
}

// Without pointer events on the row, elementsFromPoint finds the drop target beneath it.
const draggingStyle = (x: number, y: number) => ({
  transform: `translate(${x}px, ${y}px)`,
  opacity: "0.7",
  pointerEvents: "none",
  position: "relative",
  zIndex: "10",
});
const restingStyle = { transform: "", opacity: "", pointerEvents: "", position: "", zIndex: "" };

const dropTargetAt = ({ clientX, clientY }: PointerEvent): HTMLElement | null => {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const target = element.closest<HTMLElement>("[data-day]");
    if (target) return target;
  }
  return null;
};

/** So near the edge of the window a drag scrolls the page, by so much with each movement. */
const EDGE_PX = 72;
const SCROLL_PX = 12;

function scrollAtEdge(y: number): void {
  if (y < EDGE_PX) window.scrollBy(0, -SCROLL_PX);
  else if (y > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX);
}

function markDropTarget(target: HTMLElement | null): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-day]")) {
    element.toggleAttribute("data-over", element === target);
  }
}
