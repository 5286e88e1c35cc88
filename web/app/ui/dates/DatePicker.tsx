import { CalendarDays } from "lucide-react";
import { lazy, type ReactNode, Suspense, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { clockLabel, type DateContext, dayLabel } from "#app/i18n/dates";
import { InlineField } from "#app/ui/controls/InlineField";
import { classNames } from "#app/ui/styles/class-names";
import { isClock, plainReader, type TimeReader } from "./clock";
import type { DayChoice } from "./DatePopover";

const loadPopover = () => import("./DatePopover");
const DatePopover = lazy(loadPopover);

interface DatePickerProps {
  label: string;
  /** Form field names: `name` for the day (`2026-11-22`), `timeName` for an optional time (`17:00`). */
  name: string;
  timeName?: string;
  date: string;
  /** A text that could not be read is kept, and said to be none. */
  time?: string;
  onDate(date: string): void;
  onTime?(time: string): void;
  /** Loads what reads a time as the person writes it; without it only "17:00" is read. */
  loadTimes?(): Promise<TimeReader>;
  choices?: DayChoice[];
  /** Another way to choose, in the calendar. */
  other?(close: () => void): ReactNode;
  dates: DateContext;
  invalid?: boolean;
  className?: string;
}

/**
 * Picks a day and optionally a time, in the language of the page. Before hydration, or without
 * JavaScript, it is native inputs of the same names.
 */
export function DatePicker(props: DatePickerProps) {
  const { label, name, timeName, date, time = "", onDate, onTime, dates, invalid } = props;
  const { t } = useTranslation();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [hydrated, setHydrated] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => setHydrated(true), []);
  const isUnread = time !== "" && !isClock(time);

  if (!hydrated) {
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
        onPointerEnter={loadPopover}
        onFocus={loadPopover}
        onClick={() => setOpen(!open)}
        className={classNames(
          "dense flex min-h-11 w-full items-center justify-between gap-3 border-b text-start",
          invalid || isUnread ? "border-danger" : "border-edge",
          !date && !time && "text-quiet",
        )}
      >
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {date ? dayLabel(date, dates) : !time && t("ui.date.none")}{" "}
          {time && <bdi>{isUnread ? time : clockLabel(time, dates)}</bdi>}
        </span>
        <CalendarDays aria-hidden="true" size={16} strokeWidth={1.5} className="text-quiet" />
      </button>
      <input type="hidden" name={name} value={date} />
      {timeName && <input type="hidden" name={timeName} value={time} />}
      {isUnread && !open && (
        <p role="alert" className="note text-danger">
          {t("ui.date.unread")}
        </p>
      )}
      {open && (
        <Suspense>
          <DatePopover
            label={label}
            anchor={button}
            date={date}
            onDate={onDate}
            time={time}
            onTime={onTime}
            loadTimes={props.loadTimes ?? plainReader(dates)}
            choices={props.choices}
            dates={dates}
            onClose={() => setOpen(false)}
          >
            {props.other?.(() => setOpen(false))}
          </DatePopover>
        </Suspense>
      )}
    </div>
  );
}
