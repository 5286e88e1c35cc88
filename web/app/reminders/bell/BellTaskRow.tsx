import { Link, useFetcher } from "@remix-run/react";
import { useState } from "react";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import { useReminderTexts } from "#app/i18n/reminder-page";
import { WaitingMark } from "#app/tasks/row/WaitingMark";
import { Button } from "#app/ui/controls/Button";
import { classNames } from "#app/ui/styles/class-names";
import type { BellTask } from "./read-bell.server";

const TIMES = ["10m", "1h", "morning"] as const;

/** A task in the bell, to be completed or put off. */
export function BellTaskRow({
  task,
  dates,
  overdue = false,
}: {
  task: BellTask;
  dates: DateContext;
  overdue?: boolean;
}) {
  const { text, digits } = useReminderTexts();
  const fetcher = useFetcher();
  const [choosing, setChoosing] = useState(false);
  const intent = fetcher.formData?.get("intent");
  const completed = task.completed || intent === "done";
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
      <div className="flex min-w-0 flex-1 basis-48 flex-col">
        <Link
          to={`/tasks?task=${task.number}`}
          className={classNames(
            "[overflow-wrap:anywhere] pointer:hover:text-accent-text",
            completed && "text-quiet line-through",
          )}
        >
          <bdi>{task.title}</bdi>
        </Link>
        {task.dueAt && !completed && (
          <span className={classNames("note figures", overdue ? "text-danger" : "text-quiet")}>
            {text.due(dueLabel(task.dueAt, dates))}
          </span>
        )}
        <WaitingMark id={task.number} />
      </div>
      {!completed && (
        <fetcher.Form
          method="post"
          onSubmit={() => setChoosing(false)}
          className="-ms-4 flex flex-wrap items-center sm:ms-0"
        >
          <input type="hidden" name="id" value={task.number} />
          {choosing ? (
            <>
              <input type="hidden" name="intent" value="later" />
              {TIMES.map((time) => (
                <Button key={time} variant="quiet" name="time" value={time}>
                  {digits(text.snoozes[time])}
                </Button>
              ))}
            </>
          ) : (
            <>
              <Button
                variant="quiet"
                name="intent"
                value="done"
                aria-label={text.doneLabel(task.title)}
              >
                {text.done}
              </Button>
              <Button
                variant="quiet"
                type="button"
                aria-label={text.laterLabel(task.title)}
                onClick={() => setChoosing(true)}
              >
                {text.later}
              </Button>
            </>
          )}
        </fetcher.Form>
      )}
    </div>
  );
}
