import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./class-names";
import { useLayer } from "./layers";

const places = {
  middle:
    "appear mx-auto mt-[12dvh] max-h-[76dvh] max-w-[calc(100vw-2rem)] border border-hairline bg-raised shadow-float",
  bottom: "sheet top-auto mx-0 mt-auto mb-0 max-h-[85dvh] w-full max-w-none border-x-0 border-b-0",
};

/**
 * A dialog of the browser's own: it keeps the focus, stands over everything, gives the focus back,
 * and needs no style that the content policy would have to allow. It is open while it is rendered.
 *
 * @param label its name, where `labelledBy` does not point at a heading inside
 * @param onClose Escape, a press beside it, or a form of `method="dialog"`: take it away
 */
export function Dialog({
  label,
  labelledBy,
  describedBy,
  role,
  place = "middle",
  first,
  onClose,
  className,
  children,
}: {
  label?: string;
  labelledBy?: string;
  describedBy?: string;
  role?: "alertdialog";
  /** In the middle, or at the bottom edge as a sheet. */
  place?: keyof typeof places;
  /** Selects what has the focus at first, where that is not the first control. */
  first?: string;
  onClose(): void;
  className?: string;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayer(true, () => dialog.current?.close());

  useEffect(() => {
    const element = dialog.current;
    if (!element?.open) element?.showModal();
    if (first) element?.querySelector<HTMLElement>(first)?.focus();
    return () => element?.close();
  }, [first]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it too
    <dialog
      ref={dialog}
      role={role}
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      // The event comes late: by then the dialog may be open again.
      onClose={(event) => !event.currentTarget.open && onClose()}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
      className={classNames(
        "overflow-y-auto overscroll-contain p-0 text-ink backdrop:bg-scrim",
        places[place],
        className ?? "w-xl",
      )}
    >
      {children}
    </dialog>
  );
}
