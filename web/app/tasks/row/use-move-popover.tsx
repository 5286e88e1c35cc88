import { lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import type { Task } from "#app/tasks/task/task";

const MovePopover = lazy(() => import("./MovePopover"));

/**
 * A button that opens where a task can be moved to.
 *
 * @returns the properties of an icon button, what opens and closes it, and the popover while it is open
 */
export function useMovePopover(
  task: Pick<Task, "id" | "dueAt">,
  title: string,
  dates: DateContext,
) {
  const { t } = useTranslation();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return {
    button: {
      ref: anchor,
      type: "button",
      label: t("list.move.label", { title }),
      "data-move": "",
      "aria-haspopup": "dialog",
      "aria-expanded": open,
    } as const,
    toggle: () => setOpen(!open),
    // A Suspense boundary in every row would make each row hydrate separately.
    popover: open && (
      <Suspense>
        <MovePopover
          task={task}
          title={title}
          anchor={anchor}
          dates={dates}
          onClose={() => setOpen(false)}
        />
      </Suspense>
    ),
  };
}
