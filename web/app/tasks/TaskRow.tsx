import { useFetcher } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { IconButton } from "#app/ui/Button";
import { CheckMark } from "#app/ui/CheckMark";
import type { GroupKey } from "./due-groups";
import { TaskLabels } from "./TaskLabels";
import type { Task } from "./task";

/** One task. Both of its forms work without script; with it, the row answers before the server. */
export function TaskRow({
  task,
  group,
  dates,
}: {
  task: Task;
  group: GroupKey;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  const toggle = useFetcher({ key: `toggle-${task.id}` });
  const removal = useFetcher({ key: `delete-${task.id}` });
  const wanted = toggle.formData?.get("completed");
  const completed = wanted ? wanted === "true" : task.completed;
  const name = { title: task.title };

  return (
    <li
      data-reflow={task.id}
      hidden={removal.formData !== undefined}
      className="group border-b last:border-b-0"
      aria-label={task.title}
    >
      <div className="settle flex items-start gap-1 py-2" data-done={completed}>
        <toggle.Form method="post" className="-ms-3">
          <input type="hidden" name="intent" value="toggle" />
          <input type="hidden" name="id" value={task.id} />
          <input type="hidden" name="completed" value={String(!completed)} />
          {/* biome-ignore lint/a11y/useSemanticElements: it submits a form, which a checkbox cannot do without script */}
          <button
            type="submit"
            role="checkbox"
            aria-checked={completed}
            aria-label={completed ? t("tasks.reopen", name) : t("tasks.complete", name)}
            className="inline-flex size-11 items-center justify-center"
          >
            <CheckMark checked={completed} />
          </button>
        </toggle.Form>
        <div className="flex min-w-0 flex-1 flex-col gap-1 py-2">
          <p className="[overflow-wrap:anywhere]">
            <bdi className="struck" data-struck={completed}>
              {task.title}
            </bdi>
          </p>
          <TaskLabels task={task} group={group} dates={dates} />
        </div>
        <removal.Form method="post" className="-me-3">
          <input type="hidden" name="intent" value="delete" />
          <input type="hidden" name="id" value={task.id} />
          <IconButton
            label={t("tasks.delete", name)}
            className="pointer:opacity-0 pointer:group-hover:opacity-100 pointer:group-focus-within:opacity-100 transition-opacity duration-150 pointer:hover:text-danger"
          >
            <Trash2 aria-hidden="true" size={20} strokeWidth={1.5} />
          </IconButton>
        </removal.Form>
      </div>
    </li>
  );
}
