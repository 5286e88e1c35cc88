import { Link, useFetcher } from "@remix-run/react";
import { memo, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DateContext, dayIn } from "#app/i18n/dates";
import type { GroupKey } from "#app/tasks/list/due-groups";
import type { Task } from "#app/tasks/task/task";
import { localDue } from "#app/tasks/times/local-due";
import { classNames } from "#app/ui/styles/class-names";
import { InlineTitle } from "./InlineTitle";
import { RowActions } from "./RowActions";
import { RowProblem } from "./RowProblem";
import { RowSteps } from "./RowSteps";
import { StepOf } from "./StepOf";
import { TaskLabels } from "./TaskLabels";
import { ToggleBox } from "./ToggleBox";
import { useRename } from "./use-rename";
import { useToggle } from "./use-toggle";
import { WaitingMark } from "./WaitingMark";

interface RowProps {
  task: Task;
  group: GroupKey;
  dates: DateContext;
  /** URL that opens the task. */
  href: string;
  opened: boolean;
  /** Whether Tab reaches the row, see `useRovingTabIndex`. */
  tabbable: boolean;
  /** Null while nothing is being selected. */
  selected: boolean | null;
  onSelect(id: number): void;
  /** Moves it in an order of its own; then it is not dragged to another day. */
  grip?: ReactNode;
  /** In a column: with what moves it, and no more. */
  narrow?: boolean;
  /** On the page of its list, whose name need not stand in each row. */
  inList?: boolean;
}

/** One task. Its forms and links work without JavaScript; with it, changes show optimistically. */
export const TaskRow = memo(function TaskRow({
  task,
  group,
  dates,
  href,
  opened,
  tabbable,
  selected,
  onSelect,
  grip,
  narrow = false,
  inList = false,
}: RowProps) {
  const { t } = useTranslation();
  const toggle = useToggle(task);
  const { completed } = toggle;
  const removal = useFetcher({ key: `delete-${task.id}` });
  const moving = useFetcher({ key: `move-${task.id}` });
  const [editingTitle, setEditingTitle] = useState(false);
  const { title, rename, fetcher: renaming } = useRename(task);
  const name = { title };
  const tabIndex = tabbable ? undefined : -1;
  const today = dayIn(dates.timeZone, new Date(dates.now));
  const due = localDue(task, dates.timeZone)?.day ?? today;

  return (
    <li
      data-reflow={task.id}
      data-row={task.id}
      // What is late goes on from today.
      data-from={task.completed ? undefined : due < today ? today : due}
      data-today={today}
      hidden={removal.state === "submitting"}
      aria-label={title}
      className={classNames("group", !narrow && "row", (opened || selected) && "bg-raised")}
    >
      <div
        className="settle relative flex items-start gap-1 border-b md:py-2 group-last:border-b-0"
        data-done={completed}
      >
        {selected === null ? (
          <ToggleBox task={task} toggle={toggle} tabIndex={tabIndex} className="-ms-3" />
        ) : (
          // One box a row: it selects while several are selected.
          <label className="-ms-3 inline-flex size-11 shrink-0 items-center justify-center">
            <input
              type="checkbox"
              checked={selected}
              onChange={() => onSelect(task.id)}
              aria-label={t("list.bulk.select", name)}
              tabIndex={tabIndex}
              className="size-5 accent-ink"
            />
          </label>
        )}
        <div className="flex min-w-0 flex-1 flex-col gap-0.5 py-2 md:gap-1">
          {editingTitle ? (
            <InlineTitle title={title} onRename={rename} onDone={() => setEditingTitle(false)} />
          ) : (
            <p>
              <Link
                to={href}
                preventScrollReset
                data-open={task.id}
                data-stands-in
                tabIndex={tabIndex}
                aria-current={opened ? "true" : undefined}
                className="own-words -mx-1.5 -my-2 inline-block max-w-full px-1.5 py-2 -outline-offset-6"
              >
                <bdi className="struck" data-struck={completed}>
                  {title}
                </bdi>
              </Link>
            </p>
          )}
          <StepOf task={task} />
          <TaskLabels task={task} group={group} dates={dates} underDay={narrow} inList={inList} />
          <RowSteps task={task} href={href} dates={dates} tabIndex={tabIndex} />
          <WaitingMark id={task.id} />
          <RowProblem task={task} fetcher={toggle.fetcher} />
          <RowProblem task={task} fetcher={removal} />
          <RowProblem task={task} fetcher={renaming} />
          <RowProblem task={task} fetcher={moving} />
        </div>
        {selected === null && (
          <RowActions
            task={task}
            title={title}
            href={href}
            dates={dates}
            tabIndex={tabIndex}
            narrow={narrow}
            onRename={() => setEditingTitle(true)}
            grip={grip}
          />
        )}
      </div>
    </li>
  );
});
