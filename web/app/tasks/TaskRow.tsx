import { Link, useFetcher } from "@remix-run/react";
import { Pencil, Trash2 } from "lucide-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { IconButton } from "#app/ui/Button";
import { CheckMark } from "#app/ui/CheckMark";
import { classNames } from "#app/ui/class-names";
import type { GroupKey } from "./due-groups";
import { InlineTitle } from "./InlineTitle";
import { RowProblem } from "./RowProblem";
import { TaskLabels } from "./TaskLabels";
import type { Task } from "./task";

const onHover =
  "pointer:opacity-0 pointer:group-hover:opacity-100 pointer:group-focus-within:opacity-100 transition-opacity duration-150";

interface RowProps {
  task: Task;
  group: GroupKey;
  dates: DateContext;
  /** Where the task opens. */
  href: string;
  opened: boolean;
}

/** One task. Its forms and links work without script; with it, the row answers before the server. */
export const TaskRow = memo(function TaskRow({ task, group, dates, href, opened }: RowProps) {
  const { t } = useTranslation();
  const toggle = useFetcher({ key: `toggle-${task.id}` });
  const removal = useFetcher({ key: `delete-${task.id}` });
  const rename = useFetcher({ key: `rename-${task.id}` });
  const [writing, setWriting] = useState(false);
  const wanted = toggle.formData?.get("completed");
  const completed = wanted ? wanted === "true" : task.completed;
  const title = rename.formData?.get("title")?.toString() ?? task.title;
  const name = { title };

  return (
    <li
      data-reflow={task.id}
      data-row={task.id}
      hidden={removal.formData !== undefined}
      aria-label={title}
      className={classNames("group row", opened && "bg-raised")}
    >
      <div
        className="settle flex items-start gap-1 border-b py-2 group-last:border-b-0"
        data-done={completed}
      >
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
          {writing ? (
            <InlineTitle task={task} onDone={() => setWriting(false)} />
          ) : (
            <p className="[overflow-wrap:anywhere]">
              <Link
                to={href}
                preventScrollReset
                data-open={task.id}
                aria-current={opened ? "true" : undefined}
                className="-my-2 inline-block py-2"
              >
                <bdi className="struck" data-struck={completed}>
                  {title}
                </bdi>
              </Link>
            </p>
          )}
          <TaskLabels task={task} group={group} dates={dates} />
          <RowProblem task={task} fetcher={toggle} />
          <RowProblem task={task} fetcher={removal} />
          <RowProblem task={task} fetcher={rename} />
        </div>
        <Link
          to={href}
          preventScrollReset
          data-rename
          aria-label={t("list.rename", name)}
          title={t("list.rename", name)}
          onClick={(event) => {
            // Without script it leads to the form that edits everything.
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            setWriting(true);
          }}
          className={classNames(
            "inline-flex size-11 shrink-0 items-center justify-center rounded-control text-quiet pointer:hover:text-ink max-md:hidden",
            onHover,
          )}
        >
          <Pencil aria-hidden="true" size={20} strokeWidth={1.5} />
        </Link>
        <removal.Form method="post" className="-me-3">
          <input type="hidden" name="intent" value="delete" />
          <input type="hidden" name="id" value={task.id} />
          <IconButton
            label={t("tasks.delete", name)}
            className={classNames("pointer:hover:text-danger", onHover)}
          >
            <Trash2 aria-hidden="true" size={20} strokeWidth={1.5} />
          </IconButton>
        </removal.Form>
      </div>
    </li>
  );
});
