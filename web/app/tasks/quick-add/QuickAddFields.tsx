import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DateContext, dayIn } from "#app/i18n/dates";
import { useDayChoices } from "#app/tasks/list/use-day-choices";
import { CATEGORY_MAX, PRIORITIES } from "#app/tasks/task/task";
import { loadClock } from "#app/tasks/times/load-clock";
import { InlineField, InlineSelect } from "#app/ui/controls/InlineField";
import { DatePicker } from "#app/ui/dates/DatePicker";
import { classNames } from "#app/ui/styles/class-names";

/** The fields that the quick-add line can set, as separate inputs, collapsed by default. */
export function QuickAddFields({
  categories,
  values,
  open,
  written,
  added,
  dates,
}: {
  categories: string[];
  values: Record<string, string>;
  open: boolean;
  /** Something stands in the line. */
  written: boolean;
  /** How often something was added: the fields are empty after it. */
  added: number;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  const [date, setDate] = useState(values.date ?? "");
  const [time, setTime] = useState(values.time ?? "");
  useEffect(() => {
    if (added === 0) return;
    setDate("");
    setTime("");
  }, [added]);
  return (
    <details
      // On a phone it comes with the first letter: until then the list has its room.
      className={classNames("md:ps-8", !written && "max-md:not-open:hidden max-md:noscript:block")}
      open={open}
    >
      <summary className="note inline-flex min-h-11 items-center text-quiet underline decoration-edge underline-offset-4">
        {t("tasks.add.details")}
      </summary>
      <div className="grid grid-cols-2 gap-3 pt-1 md:grid-cols-[19rem_8rem_minmax(0,14rem)]">
        <DatePicker
          label={t("tasks.add.date")}
          name="date"
          timeName="time"
          date={date}
          time={time}
          onDate={setDate}
          onTime={setTime}
          loadTimes={loadClock(dates)}
          choices={useDayChoices(dayIn(dates.timeZone, new Date(dates.now)))}
          dates={dates}
          className="max-md:col-span-2"
        />
        <InlineSelect
          label={t("tasks.add.priority")}
          name="priority"
          defaultValue={values.priority ?? "medium"}
        >
          {PRIORITIES.map((priority) => (
            <option key={priority} value={priority}>
              {t(`tasks.priority.${priority}`)}
            </option>
          ))}
        </InlineSelect>
        <InlineField
          label={t("tasks.add.category")}
          name="category"
          dir="auto"
          maxLength={CATEGORY_MAX}
          autoComplete="off"
          list="categories"
          defaultValue={values.category}
        />
        <datalist id="categories">
          {categories.map((category) => (
            <option key={category} value={category} />
          ))}
        </datalist>
      </div>
    </details>
  );
}
