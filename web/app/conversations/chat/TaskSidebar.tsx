import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useAmended } from "#app/conversations/answers/shown-tasks";
import { type DateContext, dueLabel, formatNumber } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import { groupOf } from "#app/tasks/list/due-groups";
import type { Task } from "#app/tasks/task/task";
import { CheckMark } from "#app/ui/display/CheckMark";
import { useReflow } from "#app/ui/lists/use-reflow";
import { classNames } from "#app/ui/styles/class-names";

/** The open tasks beside the chat, updated live. */
export function TaskSidebar({
  tasks: read,
  open: openBefore,
  dates,
}: {
  tasks: Task[];
  open: number;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  const tasks = useAmended(read, dates.now);
  const openOf = (list: readonly { completed: boolean }[]) =>
    list.filter(({ completed }) => !completed).length;
  const open = openBefore + openOf(tasks) - openOf(read);
  const list = useReflow<HTMLUListElement>(
    tasks.map(({ id, completed }) => `${id}${completed}`).join(),
  );
  const now = new Date(dates.now);
  return (
    <section aria-labelledby="beside" className="flex flex-col gap-2 p-6 md:pe-8">
      <div className="flex items-baseline justify-between">
        <h2 id="beside" className="note figures flex gap-2">
          {t("chat.listBeside")}
          <span className="text-quiet">{formatNumber(open, dates)}</span>
        </h2>
        <Link
          to="/tasks"
          className="note inline-flex min-h-11 items-center text-quiet underline decoration-edge underline-offset-4 pointer:hover:text-ink"
        >
          {t("chat.allTasks")}
        </Link>
      </div>
      {tasks.length === 0 && <p className="dense text-quiet">{t("chat.nothingOpen")}</p>}
      <ul ref={list} className={classNames(tasks.length > 0 && "border-t")}>
        {tasks.map((task) => {
          const overdue = groupOf(task, now, dates.timeZone) === "overdue";
          return (
            <li key={task.id} data-reflow={task.id} className="border-b last:border-b-0">
              <div className="settle flex items-start gap-3 py-2" data-done={task.completed}>
                <span className="pt-px">
                  <CheckMark checked={task.completed} />
                </span>
                <div className="min-w-0 flex-1">
                  <p className="dense [overflow-wrap:anywhere]">
                    <bdi className="struck" data-struck={task.completed}>
                      {task.title}
                    </bdi>
                  </p>
                  <p className="note figures flex flex-wrap gap-x-3 text-quiet">
                    <span dir="ltr">#{inNumerals(String(task.id), dates.numerals)}</span>
                    {task.dueAt && (
                      <span className={classNames(overdue && "text-danger")}>
                        {overdue && <span className="sr-only">{t("tasks.group.overdue")} </span>}
                        {dueLabel(task.dueAt, dates)}
                      </span>
                    )}
                  </p>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
