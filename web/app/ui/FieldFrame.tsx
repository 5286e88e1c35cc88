import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** The looks of a control with an edge of its own. */
export const control =
  "w-full min-h-11 rounded-control border border-edge bg-raised px-3 text-[16px] leading-[24px] text-ink focus-visible:outline-offset-0 aria-invalid:border-danger";

export type FieldFrame = { label: string; hint?: ReactNode; error?: string; className?: string };

/** A label above, a hint or what is wrong below. */
export function Frame({
  id,
  label,
  hint,
  error,
  className,
  children,
}: FieldFrame & { id: string; children: ReactNode }) {
  return (
    <div className={classNames("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="dense font-medium">
        {label}
      </label>
      {children}
      {hint && !error && (
        <p id={`${id}-hint`} className="dense text-quiet">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="dense font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

export const describedBy = (id: string, { hint, error }: FieldFrame): string | undefined =>
  error ? `${id}-error` : hint ? `${id}-hint` : undefined;
