import { Link, useFetcher, useLocation } from "@remix-run/react";
import { Minus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { NamedTask } from "#app/assistant/answer-data";
import { textLanguage } from "#app/conversations/messages/text-language";
import type { DateContext } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import { groupOf } from "#app/tasks/list/due-groups";
import { MoveButton } from "#app/tasks/row/MoveButton";
import { RowProblem } from "#app/tasks/row/RowProblem";
import { TaskLabels } from "#app/tasks/row/TaskLabels";
import { ToggleBox } from "#app/tasks/row/ToggleBox";
import { useToggle } from "#app/tasks/row/use-toggle";
import { WaitingMark } from "#app/tasks/row/WaitingMark";
import type { ShownTask } from "./read-shown-tasks.server";

/** A task of an answer as it is now: it can be completed, opened and moved. */
export function AnswerTaskRow({ task, dates }: { task: ShownTask; dates: DateContext }) {
  const { pathname, search } = useLocation();
  const toggle = useToggle(task);
  const { completed } = toggle;
  const moving = useFetcher({ key: `move-${task.id}` });
  const { id, title } = task;
  const group = groupOf(
    { ...task, completed },
    new Date(dates.now),
    dates.timeZone,
    dates.firstWeekday,
  );
  return (
    <li data-answer-task={id} aria-label={title}>
      <div className="settle flex items-start gap-1 border-b py-1" data-done={completed}>
        <ToggleBox task={task} toggle={toggle} action="/tasks" className="-ms-3">
          {/* Where the form goes back to without JavaScript. */}
          <input type="hidden" name="returnTo" value={pathname + search} />
        </ToggleBox>
        <div className="flex min-w-0 flex-1 flex-col gap-1 py-2">
          <p className="[overflow-wrap:anywhere]">
            <Link
              to={`/tasks?task=${id}`}
              className="-mx-1.5 -my-2 inline-block px-1.5 py-2 -outline-offset-6"
            >
              <bdi lang={textLanguage(title)} className="struck" data-struck={completed}>
                {title}
              </bdi>
            </Link>
          </p>
          <TaskLabels task={task} group={group} dates={dates} />
          <WaitingMark id={id} />
          <RowProblem task={task} fetcher={toggle.fetcher} />
          <RowProblem task={task} fetcher={moving} />
        </div>
        {!completed && <MoveButton task={task} dates={dates} />}
      </div>
    </li>
  );
}

/** A task of an answer that is in no list any more. */
export function GoneTaskRow({
  task: { id, title },
  dates,
}: {
  task: NamedTask;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  return (
    <li data-answer-task={id} className="flex items-start gap-1 border-b py-1 text-quiet">
      <span className="-ms-3 inline-flex size-11 shrink-0 items-center justify-center">
        <Minus aria-hidden="true" size={16} strokeWidth={1.5} />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1 py-2">
        <p className="[overflow-wrap:anywhere]">
          <bdi lang={textLanguage(title)} className="line-through">
            {title}
          </bdi>
        </p>
        <p className="note figures flex flex-wrap gap-x-4 gap-y-1">
          <span dir="ltr">{inNumerals(`#${id}`, dates.numerals)}</span>
          <span>{t("chatBox.gone")}</span>
        </p>
      </div>
    </li>
  );
}
