import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { addTexts } from "#app/i18n/add-texts";
import { useDates } from "#app/i18n/use-format";
import { groupOf } from "#app/tasks/list/due-groups";
import { Masthead } from "#app/tasks/list/Masthead";
import { TaskGroups } from "#app/tasks/list/TaskGroups";
import { useListKeys } from "#app/tasks/list/use-list-keys";
import { QuickAdd } from "#app/tasks/quick-add/QuickAdd";
import { buttonClass } from "#app/ui/controls/Button";
import { byHour } from "./by-hour";
import { FirstDay } from "./FirstDay";
import { PlaceFrame, type Shown } from "./PlaceFrame";
import { PlanDay } from "./PlanDay";
import { placeHref } from "./place-href";
import { placeTexts } from "./place-texts";
import type { TodayData } from "./read-today.server";

const GROUPS = new Set(["overdue", "today", "doneToday"]);

/** What people land on: what is overdue, today by the hour, and what was done today. */
export function TodayPage(page: TodayData & Shown) {
  const { t, i18n } = useTranslation();
  addTexts(i18n, placeTexts);
  const { name, timeZone, now, today, submission, categories, numbers, openedId, planned } = page;
  const plan = planned ?? undefined;
  const here = placeHref("/today", { plan });
  const dates = useDates(timeZone, now);
  const { failure } = page;
  const grouped = page.tasks.map((task) => ({
    task,
    group: groupOf(task, new Date(now), timeZone),
  }));
  // What was moved to another day on this device leaves at once.
  const tasks = grouped
    .filter(({ group }) => GROUPS.has(group))
    .map(({ task }) => task)
    .sort(byHour(timeZone));
  const overdue = grouped.filter(({ group }) => group === "overdue").map(({ task }) => task);
  const open = grouped.filter(({ group }) => group === "overdue" || group === "today");
  useListKeys();
  return (
    <PlaceFrame
      page={page}
      shown={page}
      closeHref={here}
      head={
        <>
          <Masthead title={t("places.today")} name={name} numbers={numbers} dates={dates} />
          <QuickAdd
            action={here}
            // What is written here is for today, unless it says another day.
            day={today}
            categories={categories}
            timeZone={timeZone}
            now={now}
            submission={submission}
            failure={failure?.intent === "add" ? failure : undefined}
          />
        </>
      }
    >
      {plan !== undefined && <PlanDay overdue={overdue} left={plan} today={today} dates={dates} />}
      {open.length === 0 && <FirstDay isNew={numbers.open === 0 && tasks.length === 0} />}
      <div className="pt-2 md:pt-4">
        <TaskGroups
          tasks={tasks}
          timeZone={timeZone}
          now={now}
          hrefOf={(id) => placeHref("/today", { plan, task: id })}
          openedId={openedId}
          actions={{ overdue: plan === undefined && <PlanLink /> }}
        />
      </div>
      {page.hasMore.overdue && (
        <Link to="/tasks?overdue=true" className={buttonClass("plain", "me-3 mt-8")}>
          {t("places.allOverdue")}
        </Link>
      )}
      {page.hasMore.today && (
        <Link to={`/tasks?search=${today}`} className={buttonClass("plain", "mt-8")}>
          {t("places.allToday")}
        </Link>
      )}
    </PlaceFrame>
  );
}

/** Begins to offer what is overdue one by one. */
function PlanLink() {
  const { t } = useTranslation();
  return (
    <Link
      to="/today?plan=0"
      preventScrollReset
      className="note -my-1.5 inline-flex min-h-11 items-center text-quiet underline decoration-edge underline-offset-4 pointer:hover:text-ink"
    >
      {t("places.plan.start")}
    </Link>
  );
}
