import { Link, useFetcher, useLocation, useNavigation } from "@remix-run/react";
import { SkipForward, Trash2, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useDates, useNumbers } from "#app/i18n/use-format";
import { FilesField } from "#app/tasks/files/FilesField";
import { TaskHistory } from "#app/tasks/history/TaskHistory";
import { StepOf } from "#app/tasks/row/StepOf";
import { TaskTimestamps } from "#app/tasks/row/TaskLabels";
import { ToggleBox } from "#app/tasks/row/ToggleBox";
import { useToggle } from "#app/tasks/row/use-toggle";
import type { Task } from "#app/tasks/task/task";
import { Button, buttonClass, IconButton } from "#app/ui/controls/Button";
import { Skeleton } from "#app/ui/feedback/Skeleton";
import { Sheet } from "#app/ui/overlays/Sheet";
import { ReminderField } from "./ReminderField";
import type { TaskDetail } from "./read-task-detail.server";
import { StepsField } from "./StepsField";
import { TaskEditor } from "./TaskEditor";
import type { EditFailure } from "./task-form";

/** The open task, beside the list; on narrow screens a sheet over it. */
export function TaskPanel({
  detail,
  openedId,
  timeZone,
  now,
  closeHref,
  failure,
}: {
  detail: TaskDetail | null;
  openedId: number;
  timeZone: string;
  now: string;
  closeHref: string;
  failure?: EditFailure;
}) {
  const { t } = useTranslation();
  const dates = useDates(timeZone, now);
  const numbers = useNumbers();
  const openingOther = useIsOpeningOtherTask(openedId);
  return (
    <Sheet
      place="beside"
      labelledBy="panel-title"
      closeHref={closeHref}
      subject={openedId}
      returnTo={() => findRowLink(openedId)}
    >
      <header className="flex items-center gap-1 border-b ps-4 **:focus-visible:-outline-offset-4">
        <h2
          id="panel-title"
          tabIndex={-1}
          className="note figures -ms-2 me-auto inline-flex min-h-11 items-center px-2 text-quiet"
        >
          {t("list.panel.title")}
          {openedId > 0 && (
            <>
              &nbsp;<span dir="ltr">#{numbers.name(openedId)}</span>
            </>
          )}
        </h2>
        {detail && <PanelActions task={detail.task} />}
        <Link
          to={closeHref}
          preventScrollReset
          data-close
          aria-label={t("list.panel.close")}
          title={t("list.panel.close")}
          className="inline-flex size-11 items-center justify-center text-quiet pointer:hover:text-ink"
        >
          <X aria-hidden="true" size={20} strokeWidth={1.5} />
        </Link>
      </header>
      {openingOther ? (
        <Skeleton widths={["w-1/2", "w-full", "w-full", "w-2/3"]} className="p-4" />
      ) : detail ? (
        <div className="flex flex-col gap-6 p-4">
          <TaskTimestamps task={detail.task} dates={dates} />
          <OwnTask task={detail.task} />
          <TaskEditor
            // A conflict of a change that had waited opens the editor anew, with what was entered.
            key={`${detail.task.id} ${JSON.stringify(failure?.values)}`}
            task={detail.task}
            timeZone={timeZone}
            dates={dates}
            failure={failure?.id === detail.task.id ? failure : undefined}
          />
          {detail.task.parentId === null && <StepsField task={detail.task} dates={dates} />}
          {openedId > 0 && (
            <FilesField key={`files ${openedId}`} taskId={openedId} files={detail.files} />
          )}
          {openedId > 0 && <ReminderField task={detail.task} dates={dates} />}
          <TaskHistory history={detail.history} dates={dates} />
        </div>
      ) : (
        <div className="flex flex-col items-start gap-4 p-4">
          <p>{t("notices.taskGone")}</p>
          <Link to={closeHref} className={buttonClass("plain")}>
            {t("list.panel.close")}
          </Link>
        </div>
      )}
    </Sheet>
  );
}

/** Of a step: what it is a step of, and how it becomes a task of its own. */
function OwnTask({ task }: { task: Task }) {
  const { t } = useTranslation();
  const attach = useFetcher({ key: `attach-${task.id}` });
  if (task.parentId === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <Link
        to={`/tasks?task=${task.parentId}`}
        preventScrollReset
        className="dense underline underline-offset-4"
      >
        <StepOf task={task} />
      </Link>
      <attach.Form method="post" action="/tasks">
        <input type="hidden" name="intent" value="attach" />
        <input type="hidden" name="id" value={task.id} />
        <input type="hidden" name="parent" value="" />
        <Button variant="quiet" className="-ms-4">
          {t("list.steps.own")}
        </Button>
      </attach.Form>
    </div>
  );
}

/** The visible row link of a task, or else the nearest one after and then before its place. */
function findRowLink(id: number): HTMLElement | null {
  const links = [...document.querySelectorAll<HTMLElement>("[data-open]")];
  const index = Math.max(
    links.findIndex(({ dataset }) => dataset.open === String(id)),
    0,
  );
  const nearest = [...links.slice(index), ...links.slice(0, index).reverse()];
  return nearest.find((link) => link.checkVisibility()) ?? null;
}

/** True while a navigation to another task is loading. */
function useIsOpeningOtherTask(openedId: number): boolean {
  const { location, state } = useNavigation();
  const { pathname } = useLocation();
  if (state !== "loading" || location.pathname !== pathname) return false;
  const next = new URLSearchParams(location.search).get("task");
  return next !== null && next !== String(openedId);
}

function PanelActions({ task }: { task: Task }) {
  const { t } = useTranslation();
  const toggle = useToggle(task);
  const { completed } = toggle;
  const removal = useFetcher({ key: `delete-${task.id}` });
  const skip = useFetcher({ key: `skip-${task.id}` });
  const name = { title: task.title };
  const deleting = useRef(false);
  useEffect(() => {
    // The panel closes once its task is in the trash.
    if (removal.state === "submitting") deleting.current = true;
    else if (deleting.current && (removal.data as { ok?: boolean } | undefined)?.ok) {
      deleting.current = false;
      document.querySelector<HTMLElement>("[data-panel] [data-close]")?.click();
    }
  }, [removal.state, removal.data]);
  return (
    <>
      <ToggleBox task={task} toggle={toggle} />
      {task.recurrence && !completed && (
        <skip.Form method="post">
          <input type="hidden" name="intent" value="skip" />
          <input type="hidden" name="id" value={task.id} />
          <input type="hidden" name="version" value={task.version} />
          <IconButton label={t("tasks.skip", name)}>
            <SkipForward
              aria-hidden="true"
              size={20}
              strokeWidth={1.5}
              className="rtl:-scale-x-100"
            />
          </IconButton>
        </skip.Form>
      )}
      <removal.Form method="post">
        <input type="hidden" name="intent" value="delete" />
        <input type="hidden" name="id" value={task.id} />
        <IconButton label={t("tasks.delete", name)} className="pointer:hover:text-danger">
          <Trash2 aria-hidden="true" size={20} strokeWidth={1.5} />
        </IconButton>
      </removal.Form>
    </>
  );
}
