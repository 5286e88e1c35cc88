import { Link, useNavigation } from "@remix-run/react";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDates } from "#app/i18n/use-format";
import { OpenTask, usePanelOnPress } from "#app/tasks/edit/OpenTask";
import type { SaveFailure } from "#app/tasks/edit/save-failure";
import type { AddFailure, EditFailure, MoveFailure } from "#app/tasks/edit/task-form";
import { KeepFilter } from "#app/tasks/filters/KeepFilter";
import { QuickAdd } from "#app/tasks/quick-add/QuickAdd";
import { StepsProvider } from "#app/tasks/row/steps";
import type { Task } from "#app/tasks/task/task";
import { buttonClass } from "#app/ui/controls/Button";
import { classNames } from "#app/ui/styles/class-names";
import { EmptyTasks } from "./EmptyTasks";
import { ListSkeleton } from "./ListSkeleton";
import { ListTools, type Selection, toggleSelected } from "./ListTools";
import { readView, viewHref } from "./list-view";
import { Masthead } from "./Masthead";
import type { TasksPageData } from "./read-tasks-page.server";
import { SearchedDays } from "./SearchedDays";
import { TaskFilter } from "./TaskFilter";
import { TaskGroups } from "./TaskGroups";
import { useLiveTasks } from "./use-live-tasks";
import { usePages } from "./use-pages";

// Loaded on the first selection, to keep it out of the page's bundle.
const BulkBar = lazy(() => import("./BulkBar"));

/** The tasks page: quick-add, filters, the list, and the open task beside it. */
export function TasksPage({
  failure,
  held,
  amend = (tasks) => tasks,
  amendSteps = (steps) => steps,
  onShown,
  ...page
}: TasksPageData & {
  /** A load has failed and is tried again: what is shown stays. */
  held: boolean;
  /** Adds to the loaded tasks what was changed on this device since. */
  amend?: (tasks: Task[]) => Task[];
  amendSteps?: (steps: Task[]) => Task[];
  /** Told which tasks the person sees. */
  onShown?: (tasks: readonly Task[]) => void;
  failure?: AddFailure | EditFailure | MoveFailure | SaveFailure;
}) {
  const { t } = useTranslation();
  const { name, timeZone, now, submission, view, openedId, detail, categories, numbers, counts } =
    page;
  const dates = useDates(timeZone, now);
  useLiveTasks(now);
  usePanelOnPress();
  const listHref = viewHref(view);
  const loaded = usePages(page, (cursor) => viewHref(view, { cursor }), listHref);
  const pages = { ...loaded, tasks: amend(loaded.tasks) };
  const steps = amendSteps(loaded.steps);
  useEffect(() => onShown?.([...pages.tasks, ...steps, ...(detail ? [detail.task] : [])]));
  const changingStatus = useIsChangingStatus(listHref) && !held;
  const { nextCursor } = pages;
  const [selected, setSelected] = useState<Selection>(null);
  const endSelection = useCallback(() => setSelected(null), []);
  const select = useCallback((id: number) => setSelected((ids) => toggleSelected(ids, id)), []);

  return (
    <StepsProvider steps={steps} counted={loaded.countedSteps} parents={page.parents}>
      <main id="content" className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 md:px-8">
        <div>
          <Masthead
            title={page.savedAs ?? t("nav.all")}
            name={name}
            numbers={numbers}
            dates={dates}
          />
          <QuickAdd
            action={listHref}
            categories={categories}
            timeZone={timeZone}
            now={now}
            submission={submission}
            failure={failure?.intent === "add" ? failure : undefined}
          />
        </div>
        <div
          className={classNames(
            openedId !== null && "gap-x-8 lg:grid lg:grid-cols-[minmax(0,1fr)_400px]",
          )}
        >
          <div className="min-w-0">
            <TaskFilter
              view={view}
              counts={counts}
              categories={categories}
              broad={openedId === null}
              tools={<ListTools selected={selected} onSelected={setSelected} />}
            />
            <KeepFilter view={view} savedAs={page.savedAs} />
            {page.searchedDays && (
              <SearchedDays days={page.searchedDays} timeZone={timeZone} now={now} />
            )}
            {selected && (
              <Suspense>
                <BulkBar
                  ids={pages.tasks.filter(({ id }) => selected.has(id)).map(({ id }) => id)}
                  timeZone={timeZone}
                  now={now}
                  onAll={() => setSelected(new Set(pages.tasks.map(({ id }) => id)))}
                  onDone={endSelection}
                />
              </Suspense>
            )}
            {page.isLaterPage && (
              <Link to={listHref} className={buttonClass("quiet", "-ms-4")}>
                {t("list.firstPage")}
              </Link>
            )}
            {changingStatus ? (
              <ListSkeleton />
            ) : pages.tasks.length === 0 ? (
              <EmptyTasks view={view} />
            ) : (
              <TaskGroups
                tasks={pages.tasks}
                timeZone={timeZone}
                now={now}
                hrefOf={(id) => viewHref(view, { task: id })}
                openedId={openedId}
                selected={selected}
                onSelect={select}
              />
            )}
            {pages.loaders}
            {pages.loading && !held && <ListSkeleton />}
            {nextCursor && !changingStatus && (
              <Link
                to={viewHref(view, { cursor: nextCursor })}
                onClick={(event) => {
                  event.preventDefault();
                  pages.more(nextCursor);
                }}
                className={buttonClass("plain", "mt-8")}
              >
                {t("tasks.more")}
              </Link>
            )}
          </div>
          {openedId !== null && (
            <OpenTask
              detail={detail}
              openedId={openedId}
              timeZone={timeZone}
              now={now}
              closeHref={listHref}
              failure={failure?.intent === "edit" ? failure : undefined}
            />
          )}
        </div>
        <nav data-behind aria-label={t("list.elsewhere")} className="-ms-4 flex flex-wrap pt-16">
          {(["lists", "trash", "files"] as const).map((page) => (
            <Link
              key={page}
              to={page === "files" ? "/tasks/files" : `/${page}`}
              className={buttonClass("quiet", "text-quiet no-underline pointer:hover:text-ink")}
            >
              {t(`nav.${page}`)}
            </Link>
          ))}
        </nav>
      </main>
    </StepsProvider>
  );
}

/** True while a list with another status is loading; a change of the other filters keeps the list. */
function useIsChangingStatus(listHref: string): boolean {
  const { location, state } = useNavigation();
  if (state !== "loading" || location.pathname !== "/tasks") return false;
  const next = readView(new URLSearchParams(location.search));
  return next.status !== readView(new URLSearchParams(listHref.split("?")[1])).status;
}
