import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from "react";
import { forwardRef, useId } from "react";
import { classNames } from "./class-names";

const control =
  "w-full min-h-11 rounded-control border border-edge bg-raised px-3 text-[16px] leading-[24px] text-ink focus-visible:outline-offset-0 aria-invalid:border-danger";

type FieldFrame = { label: string; hint?: ReactNode; error?: string; className?: string };

function Frame({
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

const describedBy = (id: string, { hint, error }: FieldFrame): string | undefined =>
  error ? `${id}-error` : hint ? `${id}-hint` : undefined;

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "className"> & FieldFrame;

export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, hint, error, className, ...rest },
  ref,
) {
  const id = useId();
  const frame = { label, hint, error, className };
  return (
    <Frame id={id} {...frame}>
      <input
        ref={ref}
        id={id}
        className={control}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, frame)}
        {...rest}
      />
    </Frame>
  );
});

/** A control inside a line of others: its label is a mono note above it. */
type InlineFieldProps = InputHTMLAttributes<HTMLInputElement> & { label: string };

const inlineControl =
  "min-h-11 w-full border-b border-edge bg-transparent text-[15px] leading-[22px] text-ink focus:border-ink";

function InlineFrame({
  id,
  label,
  className,
  children,
}: {
  id: string;
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1", className)}>
      <label htmlFor={id} className="note text-quiet">
        {label}
      </label>
      {children}
    </div>
  );
}

export function InlineField({ label, className, ...rest }: InlineFieldProps) {
  const id = useId();
  return (
    <InlineFrame id={id} label={label} className={className}>
      <input id={id} className={inlineControl} {...rest} />
    </InlineFrame>
  );
}

type InlineSelectProps = SelectHTMLAttributes<HTMLSelectElement> & { label: string };

export function InlineSelect({ label, className, children, ...rest }: InlineSelectProps) {
  const id = useId();
  return (
    <InlineFrame id={id} label={label} className={className}>
      <select id={id} className={inlineControl} {...rest}>
        {children}
      </select>
    </InlineFrame>
  );
}
