import { Link } from "@remix-run/react";
import { ChevronRight, type LucideIcon } from "lucide-react";

/** A link to another page that says what is there, in a row of its own. */
export function LinkRow({
  to,
  icon: Icon,
  title,
  hint,
}: {
  to: string;
  icon: LucideIcon;
  title: string;
  hint: string;
}) {
  return (
    <Link
      to={to}
      className="group flex min-h-16 items-center gap-4 border-y py-3 pointer:hover:bg-raised"
    >
      <Icon aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0" />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{title}</span>
        <span className="dense block text-quiet">{hint}</span>
      </span>
      <ChevronRight
        aria-hidden="true"
        size={20}
        strokeWidth={1.5}
        className="shrink-0 text-quiet rtl:-scale-x-100"
      />
    </Link>
  );
}
