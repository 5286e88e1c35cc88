import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./class-names";
import { useLayer } from "./layers";

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
  onClose,
  className,
  children,
}: {
  label?: string;
  labelledBy?: string;
  describedBy?: string;
  role?: "alertdialog";
  onClose(): void;
  className?: string;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayer(true, () => dialog.current?.close());

  useEffect(() => {
    const element = dialog.current;
    if (!element?.open) element?.showModal();
    return () => element?.close();
  }, []);

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
        "appear mx-auto mt-[12dvh] max-h-[76dvh] w-[min(36rem,calc(100vw-2rem))] overflow-y-auto overscroll-contain border border-hairline bg-raised p-0 text-ink shadow-float backdrop:bg-scrim",
        className,
      )}
    >
      {children}
    </dialog>
  );
}
