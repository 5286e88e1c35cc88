import { Link, useFetcher } from "@remix-run/react";
import { Pencil, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { IconButton } from "#app/ui/Button";
import { classNames } from "#app/ui/class-names";
import { MoveHandle } from "./MoveHandle";
import type { Task } from "./task";

const onHover =
  "pointer:opacity-0 pointer:group-hover:opacity-100 pointer:group-focus-within:opacity-100 transition-opacity duration-150";

/**
 * What is done to one row; where a pointer hovers they appear under it. A phone has room for one:
 * the others are where the task opens.
 */
export function RowActions({
  task,
  title,
  href,
  dates,
  tabIndex,
  onRename,
}: {
  task: Task;
  title: string;
  href: string;
  dates: DateContext;
  tabIndex?: number;
  onRename(): void;
}) {
  const { t } = useTranslation();
  const removal = useFetcher({ key: `delete-${task.id}` });
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
          // Without script it leads to the form that edits everything.
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onRename();
        }}
        className={classNames(
          "inline-flex size-11 shrink-0 items-center justify-center rounded-control text-quiet pointer:hover:text-ink max-md:hidden",
          onHover,
        )}
      >
        <Pencil aria-hidden="true" size={20} strokeWidth={1.5} />
      </Link>
      {!task.completed && (
        <MoveHandle
          task={task}
          title={title}
          dates={dates}
          tabIndex={tabIndex}
          className={onHover}
        />
      )}
      <removal.Form method="post" className="-me-3 max-md:hidden">
        <input type="hidden" name="intent" value="delete" />
        <input type="hidden" name="id" value={task.id} />
        <IconButton
          label={t("tasks.delete", { title })}
          tabIndex={tabIndex}
          className={classNames("pointer:hover:text-danger", onHover)}
        >
          <Trash2 aria-hidden="true" size={20} strokeWidth={1.5} />
        </IconButton>
      </removal.Form>
    </>
  );
}
