import { Link, useNavigation } from "@remix-run/react";
import { lazy, Suspense, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { dayIn } from "#app/i18n/dates";
import { buttonClass } from "#app/ui/Button";
import { classNames } from "#app/ui/class-names";
import { EmptyTasks } from "./EmptyTasks";
import { ListLost, StaleLine } from "./ListLost";
import { ListSkeleton } from "./ListSkeleton";
import { ListTools, type Selection, toggled } from "./ListTools";
import { readView, viewHref } from "./list-view";
import { Masthead } from "./Masthead";
import { QuickAdd } from "./QuickAdd";
import type { TasksPageData } from "./read-tasks-page.server";
import { TaskFilter } from "./TaskFilter";
import { TaskGroups } from "./TaskGroups";
import { TaskPanel } from "./TaskPanel";
import type { AddFailure, EditFailure } from "./task-form";
import type { Unsaved } from "./unsaved";
import { useLiveTasks } from "./use-live-tasks";
import { usePages } from "./use-pages";
import { useHeldToggles } from "./use-toggle";

// Loaded when somebody selects: without it the page is lighter.
const BulkBar = lazy(() => import("./BulkBar"));

/** The list, what narrows it, the line that adds to it, and the task that is open beside it. */
export function TasksPage({
  failure,
  lost,
  ...page
}: TasksPageData & {
  /** What of the page could not be loaded. */
  lost: "stale" | "list" | null;
  failure?: AddFailure | EditFailure | Unsaved;
}) {
  const { t } = useTranslation();
  const { name, timeZone, now, view, opened, detail, categories, numbers, counts } = page;
  useLiveTasks(now);
  useHeldToggles();
  const here = viewHref(view);
  const pages = usePages(page, (cursor) => viewHref(view, { cursor }), here);
  const leaving = useOtherList(here);
  const { nextCursor } = pages;
  const [selected, setSelected] = useState<Selection>(null);
  const endSelection = useCallback(() => setSelected(null), []);
  const select = useCallback((id: number) => setSelected((ids) => toggled(ids, id)), []);

  return (
    <main id="content" className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 md:px-8">
      <div>
        <Masthead name={name} numbers={numbers} timeZone={timeZone} now={now} />
        <QuickAdd
          action={here}
          categories={categories}
          timeZone={timeZone}
          now={now}
          failure={failure?.intent === "add" ? failure : undefined}
        />
      </div>
      <div
        className={classNames(
          opened !== null && "gap-x-8 lg:grid lg:grid-cols-[minmax(0,1fr)_400px]",
        )}
      >
        <div className="min-w-0">
          <TaskFilter
            view={view}
            counts={counts}
            categories={categories}
            broad={opened === null}
            tools={<ListTools selected={selected} onSelected={setSelected} />}
          />
          {selected && (
            <Suspense>
              <BulkBar
                ids={pages.tasks.filter(({ id }) => selected.has(id)).map(({ id }) => id)}
                today={dayIn(timeZone, new Date(now))}
                onAll={() => setSelected(new Set(pages.tasks.map(({ id }) => id)))}
                onDone={endSelection}
              />
            </Suspense>
          )}
          {page.isLaterPage && (
            <Link to={here} className={buttonClass("quiet", "-ms-4")}>
              {t("list.firstPage")}
            </Link>
          )}
          <StaleLine stale={lost === "stale"} now={now} timeZone={timeZone} />
          {leaving ? (
            <ListSkeleton />
          ) : lost === "list" ? (
            <ListLost />
          ) : pages.tasks.length === 0 ? (
            <EmptyTasks view={view} />
          ) : (
            <TaskGroups
              tasks={pages.tasks}
              timeZone={timeZone}
              now={now}
              view={view}
              opened={opened}
              selected={selected}
              onSelect={select}
            />
          )}
          {pages.loaders}
          {pages.loading && <ListSkeleton />}
          {nextCursor && !leaving && !lost && !pages.lost && (
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
        {opened !== null && (
          <TaskPanel
            detail={detail}
            opened={opened}
            timeZone={timeZone}
            now={now}
            closeHref={here}
            failure={failure?.intent === "edit" ? failure : undefined}
          />
        )}
      </div>
      <nav data-behind aria-label={t("list.elsewhere")} className="-ms-4 flex flex-wrap pt-16">
        {(["trash", "files"] as const).map((page) => (
          <Link
            key={page}
            to={page === "trash" ? "/trash" : "/tasks/files"}
            className={buttonClass("quiet", "text-quiet no-underline pointer:hover:text-ink")}
          >
            {t(`nav.${page}`)}
          </Link>
        ))}
      </nav>
    </main>
  );
}

/** True while the page is on its way to a list with another status; the list stays while one types. */
function useOtherList(here: string): boolean {
  const { location, state } = useNavigation();
  if (state !== "loading" || location.pathname !== "/tasks") return false;
  const next = readView(new URLSearchParams(location.search));
  return next.status !== readView(new URLSearchParams(here.split("?")[1])).status;
}
