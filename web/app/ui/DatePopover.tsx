import { Popover } from "radix-ui";
import { type ReactNode, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { InlineField } from "./InlineField";
import { useLayer } from "./layers";
import { Month } from "./Month";

/** A day that is chosen often, by its name; an empty value is no date. */
export interface DayChoice {
  value: string;
  label: string;
}

interface DatePopoverProps {
  label: string;
  /** What it opened from: it stands beside it and gives the focus back to it. */
  anchor: RefObject<HTMLElement>;
  /** `2026-11-22`, or empty. */
  date: string;
  onDate(date: string): void;
  /** `17:00` or empty; absent where only a day is asked for. */
  time?: string;
  onTime?(time: string): void;
  choices?: DayChoice[];
  dates: DateContext;
  onClose(): void;
}

/** A month to choose a day from, days that are chosen often, and the time. Loaded when it opens. */
export default function DatePopover({
  label,
  anchor,
  date,
  onDate,
  time,
  onTime,
  choices = [],
  dates,
  onClose,
}: DatePopoverProps) {
  const [room] = useState(() => roomBeside(anchor.current));
  const choose = (day: string) => {
    onDate(day);
    // Without its day a time means nothing.
    if (!day) onTime?.("");
    // A day may be all that is wanted; where a time can follow, it stays.
    if (!onTime || !day) onClose();
  };
  const content = (
    <div className="mx-auto w-max p-2">
      {choices.length > 0 && (
        <div className="mb-2 flex border-b pb-2">
          {choices.map(({ value, label: name }) => (
            <button
              key={value}
              type="button"
              onClick={() => choose(value)}
              className="dense min-h-11 flex-1 rounded-control px-2 whitespace-nowrap pointer:hover:bg-hairline"
            >
              {name}
            </button>
          ))}
        </div>
      )}
      <Month date={date} dates={dates} onChoose={choose} />
      {onTime && (
        <Time
          time={time}
          onTime={onTime}
          onClear={() => choose("")}
          date={date}
          onClose={onClose}
        />
      )}
    </div>
  );
  if (room !== "beside") {
    return (
      <Dialog
        label={label}
        place={room}
        first="td button[tabindex='0']"
        onClose={onClose}
        className={room === "middle" ? "w-max" : "w-full"}
      >
        {content}
      </Dialog>
    );
  }
  return (
    <Beside label={label} anchor={anchor} onClose={onClose}>
      {content}
    </Beside>
  );
}

/** So much it needs above or below what it opened from, in pixels. */
const HEIGHT = 450;

/** Beside its button where there is room; else in the middle, on a phone at the bottom edge. */
function roomBeside(anchor: HTMLElement | null): "beside" | "middle" | "bottom" {
  if (window.matchMedia("(max-width: 47.99rem)").matches) return "bottom";
  const { top = 0, bottom = 0 } = anchor?.getBoundingClientRect() ?? {};
  return Math.max(top, window.innerHeight - bottom) > HEIGHT ? "beside" : "middle";
}

function Beside({
  label,
  anchor,
  onClose,
  children,
}: Pick<DatePopoverProps, "label" | "anchor" | "onClose"> & { children: ReactNode }) {
  useLayer(true, onClose);
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Content
        aria-label={label}
        align="start"
        sideOffset={4}
        collisionPadding={8}
        // The focus goes to the day, not to the first button.
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          anchor.current?.focus();
        }}
        // What opened it closes it too, by its own press.
        onInteractOutside={(event) =>
          anchor.current?.contains(event.target as Node) && event.preventDefault()
        }
        className="appear z-50 border border-hairline bg-raised text-ink shadow-float"
      >
        {children}
      </Popover.Content>
    </Popover.Root>
  );
}

function Time({
  date,
  time,
  onTime,
  onClear,
  onClose,
}: {
  date: string;
  time?: string;
  onTime(time: string): void;
  onClear(): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  return (
    <div className="mt-2 flex items-end gap-2 border-t px-1 pt-2">
      <InlineField
        label={t("ui.date.time")}
        type="time"
        value={time}
        onChange={(event) => onTime(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // It is an answer to the calendar, not yet to the form around it.
          event.preventDefault();
          onClose();
        }}
        className="flex-1"
      />
      {(date || time) && (
        <Button type="button" variant="quiet" onClick={onClear}>
          {t("ui.date.clear")}
        </Button>
      )}
      <Button type="button" onClick={onClose}>
        {t("ui.date.done")}
      </Button>
    </div>
  );
}
