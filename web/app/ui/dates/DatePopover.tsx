import { Popover } from "radix-ui";
import { type ReactNode, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { Button } from "#app/ui/controls/Button";
import { Dialog } from "#app/ui/overlays/Dialog";
import { useLayer } from "#app/ui/overlays/layers";
import type { TimeReader } from "./clock";
import { Month } from "./Month";
import { TimeField } from "./TimeField";

/** A named shortcut such as "today"; an empty value means no date. */
export interface DayChoice {
  value: string;
  label: string;
}

interface DatePopoverProps {
  label: string;
  /** The button that opened it; positions the popover and gets the focus back. */
  anchor: RefObject<HTMLElement>;
  /** `2026-11-22`, or empty. */
  date: string;
  onDate(date: string): void;
  /** `17:00` or empty; absent when only a day can be chosen. */
  time?: string;
  onTime?(time: string): void;
  loadTimes?(): Promise<TimeReader>;
  choices?: DayChoice[];
  /** Another way to choose, under the shortcuts. */
  children?: ReactNode;
  dates: DateContext;
  onClose(): void;
}

/** The calendar of a date picker, with shortcuts and a time field. Loaded on first use. */
export default function DatePopover({
  label,
  anchor,
  date,
  onDate,
  time,
  onTime,
  loadTimes,
  choices = [],
  children,
  dates,
  onClose,
}: DatePopoverProps) {
  const { t } = useTranslation();
  const [placement] = useState(() => choosePlacement(anchor.current));
  const choose = (day: string) => {
    onDate(day);
    // A time without a day has no meaning.
    if (!day) onTime?.("");
    // It stays open when a time can be chosen next.
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
      {children}
      <Month date={date} dates={dates} onChoose={choose} />
      {onTime && loadTimes && (
        <div className="mt-2 flex items-start gap-2 border-t px-1 pt-2">
          <TimeField
            value={time ?? ""}
            load={loadTimes}
            onRead={(read) => {
              onTime(read?.time ?? "");
              // A time needs a day: without one it is the next on which it is that time.
              if (read && (read.saysDay || !date)) onDate(read.day);
            }}
            onUnread={onTime}
            onDone={onClose}
            dates={dates}
            className="min-w-0 flex-1"
          />
          <div className="flex gap-2 pt-5">
            {(date || time) && (
              <Button type="button" variant="quiet" onClick={() => choose("")}>
                {t("ui.date.clear")}
              </Button>
            )}
            <Button type="button" onClick={onClose}>
              {t("ui.date.done")}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
  if (placement !== "beside") {
    return (
      <Dialog
        label={label}
        place={placement}
        first="td button[tabindex='0']"
        onClose={onClose}
        className={placement === "middle" ? "w-max" : "w-full"}
      >
        {content}
      </Dialog>
    );
  }
  return (
    <AnchoredPopover label={label} anchor={anchor} onClose={onClose}>
      {content}
    </AnchoredPopover>
  );
}

/** Height needed above or below the button, in pixels. */
const POPOVER_HEIGHT = 530;

/** Beside the button if it fits, else a centred dialog; on phones a bottom sheet. */
function choosePlacement(anchor: HTMLElement | null): "beside" | "middle" | "bottom" {
  if (window.matchMedia("(max-width: 47.99rem)").matches) return "bottom";
  const { top = 0, bottom = 0 } = anchor?.getBoundingClientRect() ?? {};
  return Math.max(top, window.innerHeight - bottom) > POPOVER_HEIGHT ? "beside" : "middle";
}

function AnchoredPopover({
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
        // The calendar focuses the selected day itself.
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          anchor.current?.focus();
        }}
        // The button toggles the popover itself.
        onInteractOutside={(event) =>
          anchor.current?.contains(event.target as Node) && event.preventDefault()
        }
        // The list of times closes first.
        onEscapeKeyDown={(event) =>
          (event.target as HTMLElement).ariaExpanded === "true" && event.preventDefault()
        }
        className="appear z-50 border border-hairline bg-raised text-ink shadow-float"
      >
        {children}
      </Popover.Content>
    </Popover.Root>
  );
}
