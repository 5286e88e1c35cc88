import { useFetcher } from "@remix-run/react";
import { GripVertical, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { StepRow } from "#app/tasks/row/StepRow";
import type { Task } from "#app/tasks/task/task";
import { IconButton } from "#app/ui/controls/Button";
import { useDragOrder } from "#app/ui/lists/use-drag-order";

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
  const grip = useDragOrder(at, onMove);
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
