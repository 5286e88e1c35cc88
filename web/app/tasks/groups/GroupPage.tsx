import { Form, Link, useLocation } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { addTexts } from "#app/i18n/add-texts";
import { listTexts } from "#app/i18n/list-texts";
import type { SaveFailure } from "#app/tasks/edit/save-failure";
import { TaskPanel } from "#app/tasks/edit/TaskPanel";
import type { AddFailure, EditFailure, MoveFailure } from "#app/tasks/edit/task-form";
import { useLiveTasks } from "#app/tasks/list/use-live-tasks";
import { QuickAdd } from "#app/tasks/quick-add/QuickAdd";
import { StepsProvider } from "#app/tasks/row/steps";
import type { Task } from "#app/tasks/task/task";
import { Button, buttonClass } from "#app/ui/controls/Button";
import { InlineSelect } from "#app/ui/controls/InlineField";
import { EmptyState } from "#app/ui/feedback/EmptyState";
import { classNames } from "#app/ui/styles/class-names";
import { ColourDot } from "./ColourDot";
import { GROUP_SORTS, viewSearch } from "./group-view";
import { OrderedTasks } from "./OrderedTasks";
import type { GroupPageData } from "./read-group-page.server";

/** The tasks of a list, or with a label, in an order of one's own or another, and a line to add to them. */
export function GroupPage({
  failure,
  onShown,
  ...page
}: GroupPageData & {
  /** Told which tasks the person sees. */
  onShown?: (tasks: readonly Task[]) => void;
  failure?: AddFailure | EditFailure | MoveFailure | SaveFailure;
}) {
  const { t, i18n } = useTranslation();
  addTexts(i18n, listTexts);
  const { kind, group, view, timeZone, now, tasks, steps, openedId, detail } = page;
  const { pathname } = useLocation();
  useLiveTasks(now);
  useEffect(() => onShown?.([...tasks, ...steps, ...(detail ? [detail.task] : [])]));
  const closed = { ...view, task: null };
  const href = pathname + viewSearch(closed);
  return (
    <StepsProvider steps={steps} counted={page.countedSteps} parents={page.parents}>
      <main id="content" className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 md:px-8">
        <header className="flex flex-col gap-2 pt-8 pb-6 md:pt-12 md:pb-8">
          <p className="note -my-3 text-quiet">
            <Link
              to="/lists"
              className="inline-flex min-h-11 items-center underline decoration-edge underline-offset-4"
            >
              {t("lists.all")}
            </Link>
          </p>
          <h1 className="display size-title own-words flex items-center gap-3 [overflow-wrap:anywhere]">
            <ColourDot colour={group.colour} />
            <bdi>{kind === "label" ? `@${group.name}` : group.name}</bdi>
          </h1>
        </header>
        <QuickAdd
          key={group.id}
          action={href}
          categories={page.categories}
          timeZone={timeZone}
          now={now}
          submission={page.submission}
          place={kind === "list" ? { list: group.name } : { label: group.name }}
          failure={failure?.intent === "add" ? failure : undefined}
        />
        <div
          className={classNames(
            openedId !== null && "gap-x-8 lg:grid lg:grid-cols-[minmax(0,1fr)_400px]",
          )}
        >
          <div className="min-w-0">
            <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 py-4">
              <SortForm view={view} />
              <Link
                to={pathname + viewSearch({ ...closed, done: !view.done })}
                preventScrollReset
                className={buttonClass("quiet", "-mx-4")}
              >
                {t(view.done ? "lists.hideDone" : "lists.showDone")}
              </Link>
            </div>
            {tasks.length === 0 ? (
              <div className="border-t">
                <EmptyState title={t("lists.empty")} />
              </div>
            ) : (
              <OrderedTasks
                tasks={tasks}
                sort={view.sort}
                inList={kind === "list"}
                timeZone={timeZone}
                now={now}
                openedId={openedId}
                hrefOf={(id) => pathname + viewSearch({ ...view, task: id })}
              />
            )}
            {page.nextCursor && (
              <Link
                to={pathname + viewSearch(closed, page.nextCursor)}
                className={buttonClass("plain", "mt-8")}
              >
                {t("tasks.more")}
              </Link>
            )}
          </div>
          {openedId !== null && (
            <TaskPanel
              detail={detail}
              openedId={openedId}
              timeZone={timeZone}
              now={now}
              closeHref={href}
              failure={failure?.intent === "edit" ? failure : undefined}
            />
          )}
        </div>
      </main>
    </StepsProvider>
  );
}

/** Chooses the order; without script by a button. */
function SortForm({ view }: { view: GroupPageData["view"] }) {
  const { t } = useTranslation();
  return (
    <Form method="get" preventScrollReset className="flex items-end gap-2">
      {view.done && <input type="hidden" name="done" value="true" />}
      <InlineSelect
        key={view.sort}
        label={t("lists.sort")}
        name="sort"
        defaultValue={view.sort}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {GROUP_SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {t(`lists.sorts.${sort}`)}
          </option>
        ))}
      </InlineSelect>
      <noscript>
        <Button variant="plain">{t("list.filter.apply")}</Button>
      </noscript>
    </Form>
  );
}
