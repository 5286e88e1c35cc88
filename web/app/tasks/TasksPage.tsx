import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "#app/ui/Button";
import { EmptyTasks } from "./EmptyTasks";
import { Masthead } from "./Masthead";
import { QuickAdd } from "./QuickAdd";
import type { TasksPageData } from "./read-tasks-page.server";
import { filterHref, TaskFilter } from "./TaskFilter";
import { TaskGroups } from "./TaskGroups";
import type { AddFailure } from "./task-form";
import { useLiveTasks } from "./use-live-tasks";

export function TasksPage({
  name,
  timeZone,
  now,
  status,
  tasks,
  nextCursor,
  categories,
  numbers,
  counts,
  failure,
}: TasksPageData & { failure?: AddFailure }) {
  const { t } = useTranslation();
  useLiveTasks(now);
  const here = filterHref(status);
  const more = `${here}${here.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(nextCursor ?? "")}`;
  return (
    <main id="content" className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 md:px-8">
      <Masthead name={name} numbers={numbers} timeZone={timeZone} now={now} />
      <QuickAdd action={here} categories={categories} failure={failure} />
      <TaskFilter current={status} counts={counts} />
      {tasks.length === 0 ? (
        <EmptyTasks status={status} />
      ) : (
        <TaskGroups tasks={tasks} timeZone={timeZone} now={now} />
      )}
      {nextCursor && (
        <Link to={more} className={buttonClass("plain", "mt-8 md:ms-[192px]")}>
          {t("tasks.more")}
        </Link>
      )}
    </main>
  );
}
