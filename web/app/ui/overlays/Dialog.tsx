import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "#app/ui/styles/class-names";
import { useLayer } from "./layers";

const places = {
  middle:
    "appear mx-auto mt-[12dvh] max-h-[76dvh] max-w-[calc(100vw-2rem)] border border-hairline bg-raised shadow-float",
  bottom: "sheet top-auto mx-0 mt-auto mb-0 max-h-[85dvh] w-full max-w-none border-x-0 border-b-0",
};

/**
 * A native modal dialog, open while it is rendered. The browser traps and restores the focus, and no
 * inline style needs an exception in the content security policy.
 *
 * @param label accessible name, when `labelledBy` does not refer to a heading inside
 * @param onClose called after Escape, a click on the backdrop, or a form of `method="dialog"`; the
 *   parent then stops rendering it
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
  /** Centred, or a sheet at the bottom edge. */
  place?: keyof typeof places;
  /** Selector of the initially focused element, if not the first control. */
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
      // The close event is asynchronous: the dialog may be open again by then.
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
