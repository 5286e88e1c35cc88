import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { clockLabel, type DateContext } from "#app/i18n/dates";
import { InlineField } from "#app/ui/controls/InlineField";
import { classNames } from "#app/ui/styles/class-names";
import { isClock, type ReadTime, suggestTimes, type TimeReader } from "./clock";

interface TimeFieldProps {
  /** `17:00`, empty, or a text that could not be read. */
  value: string;
  /** What was read; null when the field was emptied. */
  onRead(read: ReadTime | null): void;
  /** A text that is no time: it is kept, and said to be none. */
  onUnread(text: string): void;
  /** Loads what reads the texts of the person. */
  load(): Promise<TimeReader>;
  /** After Enter, of a time. */
  onDone(): void;
  dates: DateContext;
  className?: string;
}

/**
 * A time of day, written as one says it or chosen from a list. What is written counts when the field
 * is left or Enter is pressed.
 */
export function TimeField({
  value,
  onRead,
  onUnread,
  load,
  onDone,
  dates,
  className,
}: TimeFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [read, setRead] = useState<TimeReader>();
  const isUnread = value !== "" && !isClock(value);
  const written = text ?? (value && !isUnread ? clockLabel(value, dates) : value);

  const loading = useRef(load);
  useEffect(() => {
    loading.current().then(
      (reader) => setRead(() => reader),
      () => {},
    );
  }, []);

  const reading = text?.trim() ? (read?.(text)?.time ?? null) : null;
  const times = suggestTimes(text ?? "", reading);
  const shown = open && times.length > 0;
  const option = (index: number) => `${id}-${index}`;

  /** Takes what is written. @returns whether it is a time, or nothing */
  const take = async (entered = text): Promise<boolean> => {
    setOpen(false);
    setActive(-1);
    // Nothing was written since.
    if (entered === null) return !isUnread;
    setText(null);
    if (entered.trim() === "") {
      onRead(null);
      return true;
    }
    const found = (read ?? (await load().catch(() => null)))?.(entered) ?? null;
    if (found) onRead(found);
    else onUnread(entered.trim());
    return found !== null;
  };
  // A field that is closed with its calendar is not left: what is written counts all the same.
  const last = useRef(() => {});
  last.current = () => {
    if (text !== null) take();
  };
  useEffect(() => () => last.current(), []);

  const current = times.indexOf(value);
  useEffect(() => {
    if (!shown) return;
    // What is chosen, or the afternoon: nobody looks for midnight first.
    const at = active >= 0 ? active : current >= 0 ? current : times.indexOf("12:00");
    const chosen = list.current?.children[Math.max(0, at)] as HTMLElement | undefined;
    const element = list.current;
    if (!element || !chosen) return;
    const { offsetTop, offsetHeight } = chosen;
    if (active < 0) element.scrollTop = offsetTop - offsetHeight;
    else if (offsetTop < element.scrollTop) element.scrollTop = offsetTop;
    else if (offsetTop + offsetHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = offsetTop + offsetHeight - element.clientHeight;
  }, [shown, active, current, times]);

  const onKeyDown = async (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = active >= 0 ? active : current >= 0 ? current - step : step > 0 ? -1 : 0;
      if (times.length > 0) setActive((from + step + times.length) % times.length);
      setOpen(true);
    }
    if (event.key === "Escape" && shown) {
      // It closes the list, and not what is around it.
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    }
    if (event.key !== "Enter") return;
    // Enter must not submit the form around it.
    event.preventDefault();
    const chosen = shown ? times[active] : undefined;
    if (await take(chosen ?? text)) onDone();
  };

  return (
    <div className={classNames("relative", className)}>
      <InlineField
        label={t("ui.date.time")}
        role="combobox"
        aria-expanded={shown}
        aria-controls={shown ? `${id}-list` : undefined}
        aria-activedescendant={shown && active >= 0 ? option(active) : undefined}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-invalid={(isUnread && text === null) || undefined}
        aria-describedby={isUnread && text === null ? `${id}-problem` : undefined}
        autoComplete="off"
        enterKeyHint="done"
        placeholder={t("ui.date.timeExample")}
        maxLength={TEXT_MAX}
        // Digits alone stand at the side where the page begins.
        dir={/\p{L}/u.test(written) ? "auto" : undefined}
        value={written}
        onChange={(event) => {
          setText(event.target.value);
          setActive(-1);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => take()}
        onKeyDown={onKeyDown}
      />
      {shown && (
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={t("ui.date.time")}
          // Above the field: below it is the keyboard of a phone.
          className="absolute bottom-full start-0 z-10 max-h-[11.5rem] w-full min-w-36 overflow-y-auto overscroll-contain border bg-raised shadow-float"
        >
          {times.map((time, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and its keys choose
            <div
              key={time}
              id={option(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active || (active < 0 && time === value)}
              // The field keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(time)}
              className="dense figures flex min-h-11 items-center px-3 aria-selected:bg-hairline pointer:hover:bg-hairline"
            >
              {clockLabel(time, dates)}
            </div>
          ))}
        </div>
      )}
      {isUnread && text === null && (
        <p id={`${id}-problem`} role="alert" className="note pt-1 text-danger">
          {t("ui.date.unread")}
        </p>
      )}
    </div>
  );
}

/** Longest text, in characters. */
const TEXT_MAX = 100;
