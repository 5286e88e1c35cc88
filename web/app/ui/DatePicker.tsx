import { CalendarDays } from "lucide-react";
import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { clockLabel, type DateContext, dayLabel } from "#app/i18n/dates";
import { classNames } from "./class-names";
import type { DayChoice } from "./DatePopover";
import { InlineField } from "./InlineField";

const load = () => import("./DatePopover");
const DatePopover = lazy(load);

interface DatePickerProps {
  label: string;
  /** Names of the fields of the form: a day `2026-11-22`, and a time `17:00` where it may have one. */
  name: string;
  timeName?: string;
  date: string;
  time?: string;
  onDate(date: string): void;
  onTime?(time: string): void;
  choices?: DayChoice[];
  dates: DateContext;
  invalid?: boolean;
  className?: string;
}

/**
 * A day, and a time where one is wanted, in the language of the page. Without script the fields of
 * the browser stand there, under the same names.
 */
export function DatePicker(props: DatePickerProps) {
  const { label, name, timeName, date, time = "", onDate, onTime, dates, invalid } = props;
  const { t } = useTranslation();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [live, setLive] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => setLive(true), []);

  if (!live) {
    return (
      <div className={classNames("grid grid-cols-2 gap-x-4", props.className)}>
        <InlineField
          label={label}
          type="date"
          name={name}
          value={date}
          aria-invalid={invalid}
          onChange={(event) => onDate(event.target.value)}
        />
        {timeName && (
          <InlineField
            label={t("ui.date.time")}
            type="time"
            name={timeName}
            value={time}
            onChange={(event) => onTime?.(event.target.value)}
          />
        )}
      </div>
    );
  }
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1", props.className)}>
      <span id={`${id}-label`} className="note text-quiet">
        {label}
      </span>
      <button
        ref={button}
        type="button"
        id={`${id}-button`}
        aria-labelledby={`${id}-label ${id}-button`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(!open)}
        className={classNames(
          "dense flex min-h-11 w-full items-center justify-between gap-3 border-b text-start",
          invalid ? "border-danger" : "border-edge",
          !date && !time && "text-quiet",
        )}
      >
        <span>
          {date ? dayLabel(date, dates) : !time && t("ui.date.none")}
          {time && ` ${clockLabel(time, dates)}`}
        </span>
        <CalendarDays aria-hidden="true" size={16} strokeWidth={1.5} className="text-quiet" />
      </button>
      <input type="hidden" name={name} value={date} />
      {timeName && <input type="hidden" name={timeName} value={time} />}
      {open && (
        <Suspense>
          <DatePopover
            label={label}
            anchor={button}
            date={date}
            onDate={onDate}
            time={time}
            onTime={onTime}
            choices={props.choices}
            dates={dates}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
