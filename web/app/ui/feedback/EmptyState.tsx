import type { ReactNode } from "react";

/** An empty list: a title, an optional hint, and one action. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-3 py-12">
      <p className="display text-[28px]">{title}</p>
      {children && <div className="flex flex-col gap-3 text-quiet">{children}</div>}
      {action && <div className="pt-3">{action}</div>}
    </div>
  );
}
