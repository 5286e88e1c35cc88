import type { ReactNode } from "react";
import { classNames } from "#app/ui/styles/class-names";

/** Classes of a bordered form control. */
export const control =
  "w-full min-h-11 rounded-control border border-edge bg-raised px-3 text-[16px] leading-[24px] text-ink focus-visible:outline-offset-0 aria-invalid:border-danger";

/** What a form control shows around its input. */
export type FieldFrameProps = {
  label: string;
  hint?: ReactNode;
  error?: string;
  className?: string;
};

/** A label above a control, a hint or an error below it. */
export function FieldFrame({
  id,
  label,
  hint,
  error,
  className,
  children,
}: FieldFrameProps & { id: string; children: ReactNode }) {
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

/** The `aria-describedby` of a control in a {@link FieldFrame} of this id. */
export const describedBy = (id: string, { hint, error }: FieldFrameProps): string | undefined =>
  error ? `${id}-error` : hint ? `${id}-hint` : undefined;
