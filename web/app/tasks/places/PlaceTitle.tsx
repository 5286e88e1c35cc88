import { Link } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#app/ui/styles/class-names";

/** The title of a place, what it shows, and what leads on from there: one line on a phone too. */
export function PlaceTitle({
  title,
  note,
  noteOnDesk = false,
  children,
}: {
  title: string;
  note: string;
  /** The note has no place on a phone, where it would take a line of its own. */
  noteOnDesk?: boolean;
  children?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-4 md:items-end md:pt-8 md:pb-4">
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-4">
        <h1 className="display size-masthead-small">{title}</h1>
        <p className={classNames("note figures text-quiet", noteOnDesk && "max-md:hidden")}>
          {note}
        </p>
      </div>
      <div className="-mx-2 flex items-center print:hidden">{children}</div>
    </header>
  );
}

/** Leads to what is before or after, in the direction of the page. */
export function StepLink({
  to,
  label,
  Icon,
  className,
}: {
  to: string;
  label: string;
  Icon: LucideIcon;
  className?: string;
}) {
  return (
    <Link
      to={to}
      prefetch="intent"
      preventScrollReset
      aria-label={label}
      title={label}
      className={classNames(
        "inline-flex size-11 items-center justify-center rounded-control text-quiet pointer:hover:text-ink",
        className,
      )}
    >
      <Icon aria-hidden="true" size={20} strokeWidth={1.5} className="rtl:-scale-x-100" />
    </Link>
  );
}
