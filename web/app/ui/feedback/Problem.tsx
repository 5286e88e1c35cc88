import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** An inline error message with an optional action. */
export function Problem({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div role="alert" className="flex items-center gap-2 border-s-2 border-danger ps-3 text-danger">
      <CircleAlert aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0" />
      <div className="dense flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
        <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
        {action}
      </div>
    </div>
  );
}
