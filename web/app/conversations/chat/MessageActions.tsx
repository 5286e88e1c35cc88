import type { LucideIcon } from "lucide-react";
import { forwardRef, type ReactNode } from "react";

/** The actions of a message; with a mouse they show on hover and focus. */
export function MessageActions({ children }: { children: ReactNode }) {
  return (
    <div className="-mx-2 -mb-3 flex items-center pointer:-mt-1 pointer:-mb-6 transition-opacity duration-150 group-hover/message:opacity-100 focus-within:opacity-100 pointer:not-group-hover/message:not-focus-within:opacity-0">
      {children}
    </div>
  );
}

/** One icon button of {@link MessageActions}. */
export const MessageAction = forwardRef<
  HTMLButtonElement,
  { label: string; Icon: LucideIcon; onClick: () => void }
>(function MessageAction({ label, Icon, onClick }, ref) {
  return (
    <button
      ref={ref}
      type="button"
      onClick={onClick}
      aria-label={label}
      title={label}
      className="inline-flex size-8 items-center justify-center rounded-control text-quiet max-md:size-11 pointer:hover:text-ink"
    >
      <Icon aria-hidden="true" size={16} strokeWidth={1.5} />
    </button>
  );
});
