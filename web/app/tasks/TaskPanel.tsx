import { Link, useFetcher, useNavigation } from "@remix-run/react";
import { Trash2, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useDates, useNumbers } from "#app/i18n/use-format";
import { buttonClass, IconButton } from "#app/ui/Button";
import { CheckMark } from "#app/ui/CheckMark";
import { Sheet } from "#app/ui/Sheet";
import { Skeleton } from "#app/ui/Skeleton";
import type { TaskDetail } from "./read-task-detail.server";
import { TaskEditor } from "./TaskEditor";
import { TaskHistory } from "./TaskHistory";
import { TaskAges } from "./TaskLabels";
import type { Task } from "./task";
import type { EditFailure } from "./task-form";
import { useToggle } from "./use-toggle";

/** A task beside the list, or over it as a sheet where there is no room beside. */
export function TaskPanel({
  detail,
  opened,
  timeZone,
  now,
  closeHref,
  failure,
}: {
  detail: TaskDetail | null;
  opened: number;
  timeZone: string;
  now: string;
  closeHref: string;
  failure?: EditFailure;
}) {
  const { t } = useTranslation();
  const dates = useDates(timeZone, now);
  const numbers = useNumbers();
  const waiting = useOtherTask(opened);
  return (
    <Sheet
      place="beside"
      labelledBy="panel-title"
      closeHref={closeHref}
      subject={opened}
      returnTo={() => linkTo(opened)}
    >
      <header className="flex items-center gap-1 border-b ps-4 **:focus-visible:-outline-offset-4">
        <h2
          id="panel-title"
          tabIndex={-1}
          className="note figures -ms-2 me-auto inline-flex min-h-11 items-center px-2 text-quiet"
        >
          {t("list.panel.title")}&nbsp;<span dir="ltr">#{numbers.name(opened)}</span>
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
      {waiting ? (
        <Skeleton widths={["w-1/2", "w-full", "w-full", "w-2/3"]} className="p-4" />
      ) : detail ? (
        <div className="flex flex-col gap-6 p-4">
          <TaskAges task={detail.task} dates={dates} />
          <TaskEditor
            key={detail.task.id}
            task={detail.task}
            timeZone={timeZone}
            dates={dates}
            failure={failure?.id === detail.task.id ? failure : undefined}
          />
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

/** The line of a task in the list; of one that has gone, the line in its place. */
function linkTo(id: number): HTMLElement | null {
  const links = [...document.querySelectorAll<HTMLElement>("[data-open]")];
  const at = links.findIndex(({ dataset }) => dataset.open === String(id));
  const there = [...links.slice(Math.max(at, 0)), ...links.slice(0, Math.max(at, 0)).reverse()];
  return there.find((link) => link.checkVisibility()) ?? null;
}

/** True while the page is on its way to another task. */
function useOtherTask(opened: number): boolean {
  const { location, state } = useNavigation();
  if (state !== "loading" || location.pathname !== "/tasks") return false;
  const next = new URLSearchParams(location.search).get("task");
  return next !== null && next !== String(opened);
}

function PanelActions({ task }: { task: Task }) {
  const { t } = useTranslation();
  const { fetcher: toggle, completed, onSubmit } = useToggle(task);
  const removal = useFetcher({ key: `delete-${task.id}` });
  const name = { title: task.title };
  const gone = useRef(false);
  useEffect(() => {
    // The task is in the trash: what is beside the list closes.
    if (removal.formData) gone.current = true;
    else if (gone.current && (removal.data as { ok?: boolean } | undefined)?.ok) {
      gone.current = false;
      document.querySelector<HTMLElement>("[data-panel] [data-close]")?.click();
    }
  }, [removal.formData, removal.data]);
  return (
    <>
      <toggle.Form method="post" onSubmit={onSubmit}>
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
