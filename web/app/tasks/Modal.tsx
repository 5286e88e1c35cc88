import { type ReactNode, useEffect, useRef } from "react";

/**
 * A dialog of the browser's own: it keeps the focus, closes with Escape and gives the focus back,
 * and needs no style that the content policy would have to allow.
 */
export function Modal({
  label,
  onClose,
  children,
}: {
  label: string;
  onClose(): void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it too
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
      className="appear mx-auto mt-[12dvh] w-[min(36rem,calc(100vw-2rem))] border border-hairline bg-raised p-0 text-ink shadow-float backdrop:bg-scrim"
    >
      {children}
    </dialog>
  );
}
