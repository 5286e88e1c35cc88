import { Link } from "@remix-run/react";
import { Repeat } from "lucide-react";
import { clockLabel, type DateContext } from "#app/i18n/dates";
import type { LaterOccurrence } from "./list-later.server";

/** A later occurrence of what repeats: it leads to its task, and cannot be moved or completed yet. */
export function LaterRow({
  later: { title, time },
  dates,
  href,
}: {
  later: LaterOccurrence;
  dates: DateContext;
  href: string;
}) {
  return (
    <li className="border-b border-dashed">
      <Link
        to={href}
        preventScrollReset
        className="dense flex min-h-11 items-center gap-2 text-quiet pointer:hover:text-ink"
      >
        <Repeat aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0" />
        {time && <span className="note figures shrink-0">{clockLabel(time, dates)}</span>}
        <bdi className="min-w-0 truncate">{title}</bdi>
      </Link>
    </li>
  );
}
