import { Calendar, Check, CornerDownRight, Repeat } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import { Badge } from "#app/ui/display/Badge";
import type { SampleTask } from "../sources/read-source";

/** The first tasks of a file, as they will be. */
export function SampleTasks({ tasks, dates }: { tasks: SampleTask[]; dates: DateContext }) {
  const { t } = useTranslation();
  const id = useId();
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="note pb-2 text-quiet">
        {t("files.first")}
      </h3>
      <ol className="border-t">
        {tasks.map((task, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew for each preview.
          <li key={n} className="border-b py-2">
            <p className="[overflow-wrap:anywhere]">
              <bdi>{task.title}</bdi>
            </p>
            <p className="note figures flex flex-wrap items-center gap-x-4 text-quiet">
              <span>{t(`tasks.priority.${task.priority}`)}</span>
              {task.due_at && <Badge Icon={Calendar}>{dueLabel(task.due_at, dates)}</Badge>}
              {task.recurrence && <Badge Icon={Repeat}>{t("tasks.recurring")}</Badge>}
              {task.completed_at && <Badge Icon={Check}>{t("files.done")}</Badge>}
              {task.isStep && <Badge Icon={CornerDownRight}>{t("files.step")}</Badge>}
              {task.category && <bdi>{task.category}</bdi>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
