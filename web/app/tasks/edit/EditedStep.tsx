import { useFetcher } from "@remix-run/react";
import { GripVertical, X } from "lucide-react";
import { type PointerEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { StepRow } from "#app/tasks/row/StepRow";
import type { Task } from "#app/tasks/task/task";
import { IconButton } from "#app/ui/controls/Button";

/** A step of the open task, with a grip that moves it by the pointer or by the arrow keys. */
export function EditedStep({
  step,
  at,
  href,
  dates,
  onMove,
}: {
  step: Task;
  /** Its place among the steps, from 0. */
  at: number;
  href: string;
  dates: DateContext;
  onMove(to: number): void;
}) {
  const { t } = useTranslation();
  const removal = useFetcher({ key: `delete-${step.id}` });
  const name = { title: step.title };
  const grip = useDrag(at, onMove);
  return (
    <li
      data-step={step.id}
      hidden={removal.state === "submitting"}
      className="flex items-start border-b"
    >
      <StepRow step={step} href={href} dates={dates} />
      <IconButton
        type="button"
        label={t("list.steps.move", name)}
        className="touch-none noscript:hidden"
        {...grip}
        onKeyDown={(event) => {
          const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
          if (by === 0) return;
          event.preventDefault();
          onMove(at + by);
        }}
      >
        <GripVertical aria-hidden="true" size={16} strokeWidth={1.5} />
      </IconButton>
      <removal.Form method="post" action="/tasks" className="-me-3">
        <input type="hidden" name="intent" value="delete" />
        <input type="hidden" name="id" value={step.id} />
        <IconButton label={t("tasks.delete", name)} className="pointer:hover:text-danger">
          <X aria-hidden="true" size={16} strokeWidth={1.5} />
        </IconButton>
      </removal.Form>
    </li>
  );
}

/** Moves a list item along with the pointer, and says at the end which place it was dropped on. */
function useDrag(at: number, onMove: (to: number) => void) {
  const start = useRef<number | null>(null);
  const itemOf = (event: PointerEvent<HTMLElement>) => event.currentTarget.closest("li");
  const drop = (event: PointerEvent<HTMLElement>) => {
    const [item, from] = [itemOf(event), start.current];
    start.current = null;
    if (!item || from === null) return;
    item.style.transform = "";
    if (event.type !== "pointerup") return;
    const siblings = [...(item.parentElement?.children ?? [])].filter((other) => other !== item);
    const to = siblings.filter((other) => {
      const { top, height } = other.getBoundingClientRect();
      return top + height / 2 < event.clientY;
    }).length;
    if (to !== at) onMove(to);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      start.current = event.clientY;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const item = itemOf(event);
      if (item && start.current !== null)
        item.style.transform = `translateY(${event.clientY - start.current}px)`;
    },
    onPointerUp: drop,
    onPointerCancel: drop,
  };
}
