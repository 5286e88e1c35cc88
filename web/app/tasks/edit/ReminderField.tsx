import { useFetcher } from "@remix-run/react";
import { X } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { type DateContext, isDay } from "#app/i18n/dates";
import { useReminderTexts } from "#app/i18n/reminder-page";
import { REMINDERS_MAX, type Reminder } from "#app/tasks/task/reminder";
import type { Task } from "#app/tasks/task/task";
import { dueFromInput } from "#app/tasks/times/due-input";
import { loadClock } from "#app/tasks/times/load-clock";
import { reminderLabel } from "#app/tasks/times/reminder-label";
import { Button } from "#app/ui/controls/Button";
import { control } from "#app/ui/controls/FieldFrame";
import { DatePicker } from "#app/ui/dates/DatePicker";
import { classNames } from "#app/ui/styles/class-names";

/** Minutes before that the field offers. */
const CHOICES = [0, 5, 15, 30, 60, 120, 1_440, 2_880, 10_080];
const MOMENT = "moment";

/** The reminders of a task; each change is saved at once. */
export function ReminderField({ task, dates }: { task: Task; dates: DateContext }) {
  const texts = useReminderTexts();
  const { text } = texts;
  const fetcher = useFetcher({ key: `remind-${task.id}` });
  const id = useId();
  // Without JavaScript, and until it is there, nothing would come of a choice.
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  const [choosing, setChoosing] = useState(false);
  const [day, setDay] = useState("");
  const [time, setTime] = useState("");
  const moment = day && time ? dueFromInput(day, time, dates.timeZone) : null;
  // Once it is answered the task has them, or the outbox keeps them.
  const sent = fetcher.state === "submitting" ? fetcher.formData?.get("reminders") : undefined;
  const reminders =
    typeof sent === "string" ? (JSON.parse(sent) as Reminder[] | null) : task.reminders;

  const save = (list: Reminder[] | null) => {
    setChoosing(false);
    fetcher.submit(
      {
        intent: "remind",
        id: task.id,
        reminders: JSON.stringify(list),
        was: JSON.stringify(reminders),
      },
      { method: "post", action: "/tasks" },
    );
  };
  const isForDay = task.dueAt !== null && isDay(task.dueAt);
  const label = (reminder: Reminder) => reminderLabel(reminder, task.dueAt, texts, dates);
  const choices = CHOICES.filter((minutes) => !isForDay || minutes === 0 || minutes >= 1_440);

  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 border-t pt-4">
      <h3 id={id} className="note text-quiet">
        {text.field}
      </h3>
      <div className="flex flex-wrap items-center gap-x-3">
        {reminders === null || reminders.length === 0 ? (
          <>
            <span className="dense">{reminders === null ? text.fieldDefault : text.fieldNone}</span>
            <Button
              type="button"
              variant="quiet"
              className="-ms-2 px-2"
              onClick={() => save(reminders === null ? [] : null)}
            >
              {reminders === null ? text.fieldNone : text.fieldDefault}
            </Button>
          </>
        ) : (
          <ul className="flex flex-wrap gap-2">
            {reminders.map((reminder) => {
              const what = label(reminder);
              return (
                <li
                  key={what}
                  className="dense figures flex items-center border border-hairline ps-3"
                >
                  {what}
                  <button
                    type="button"
                    aria-label={text.removeOne(what)}
                    onClick={() => save(reminders.filter((other) => other !== reminder))}
                    className="inline-flex size-11 items-center justify-center text-quiet pointer:hover:text-ink"
                  >
                    <X aria-hidden="true" size={16} strokeWidth={1.5} />
                  </button>
                </li>
              );
            })}
          </ul>
        )}
      </div>
      {choosing ? (
        <div className="flex flex-wrap items-end gap-2">
          <DatePicker
            label={text.choose}
            name="reminder-day"
            timeName="reminder-time"
            date={day}
            time={time}
            onDate={setDay}
            onTime={setTime}
            loadTimes={loadClock(dates)}
            dates={dates}
            className="min-w-48 flex-1"
          />
          <Button
            type="button"
            disabled={!moment}
            onClick={() => moment && save([...(reminders ?? []), { at: moment }])}
          >
            {text.add}
          </Button>
        </div>
      ) : (
        (reminders?.length ?? 0) < REMINDERS_MAX && (
          <select
            aria-label={text.add}
            disabled={!hydrated}
            value=""
            onChange={({ target: { value } }) => {
              if (value === MOMENT) setChoosing(true);
              else save([...(reminders ?? []), { minutes_before: Number(value) }]);
            }}
            className={classNames(control, "chevron chevron-inside max-w-64")}
          >
            <option value="">{text.add}</option>
            {task.dueAt !== null &&
              choices.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {label({ minutes_before: minutes })}
                </option>
              ))}
            <option value={MOMENT}>{text.momentChoice}</option>
          </select>
        )
      )}
    </section>
  );
}
