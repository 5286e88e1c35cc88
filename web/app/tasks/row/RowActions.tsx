import { Link, useFetcher } from "@remix-run/react";
import { Pencil, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import type { Task } from "#app/tasks/task/task";
import { IconButton } from "#app/ui/controls/Button";
import { classNames } from "#app/ui/styles/class-names";
import { MoveButton } from "./MoveButton";
import { MoveHandle } from "./MoveHandle";

const visibleOnHover =
  "pointer:opacity-0 pointer:group-hover:opacity-100 pointer:group-focus-within:opacity-100 transition-opacity duration-150";

/**
 * The buttons of one row; with a pointer they appear on hover. Small screens show only the move
 * handle, the other actions are in the task panel.
 */
export function RowActions({
  task,
  title,
  href,
  dates,
  tabIndex,
  narrow,
  onRename,
  grip,
}: {
  task: Task;
  title: string;
  href: string;
  dates: DateContext;
  tabIndex?: number;
  /** With no more than what moves it. */
  narrow: boolean;
  onRename(): void;
  grip?: ReactNode;
}) {
  const { t } = useTranslation();
  const removal = useFetcher({ key: `delete-${task.id}` });
  const mover = !task.completed && (
    <MoveHandle
      task={task}
      title={title}
      dates={dates}
      tabIndex={tabIndex}
      floats={narrow}
      className={visibleOnHover}
    />
  );
  if (narrow) return mover;
  return (
    <>
      <Link
        to={href}
        preventScrollReset
        data-rename
        tabIndex={tabIndex}
        aria-label={t("list.rename", { title })}
        title={t("list.rename", { title })}
        onClick={(event) => {
          // Without JavaScript the link opens the full edit form.
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onRename();
        }}
        className={classNames(
          "inline-flex size-11 shrink-0 items-center justify-center rounded-control text-quiet pointer:hover:text-ink max-md:hidden",
          visibleOnHover,
        )}
      >
        <Pencil aria-hidden="true" size={20} strokeWidth={1.5} />
      </Link>
      {grip && !task.completed && (
        <span className={classNames("max-md:hidden", visibleOnHover)}>
          <MoveButton task={task} dates={dates} />
        </span>
      )}
      {!grip && mover}
      <removal.Form method="post" className="-me-3 max-md:hidden">
        <input type="hidden" name="intent" value="delete" />
        <input type="hidden" name="id" value={task.id} />
        <IconButton
          label={t("tasks.delete", { title })}
          tabIndex={tabIndex}
          className={classNames("pointer:hover:text-danger", visibleOnHover)}
        >
          <Trash2 aria-hidden="true" size={20} strokeWidth={1.5} />
        </IconButton>
      </removal.Form>
      {grip && (
        <span className={classNames("max-md:-me-3 md:ms-3 md:-me-3", visibleOnHover)}>{grip}</span>
      )}
    </>
  );
}
