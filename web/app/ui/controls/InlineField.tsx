import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from "react";
import { useId } from "react";
import { classNames } from "#app/ui/styles/class-names";

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

/** A compact text input for rows of controls, with a small label above. */
export function InlineField({
  label,
  className,
  // Styles know by it that nothing is written.
  placeholder = " ",
  ...rest
}: InlineFieldProps) {
  const id = useId();
  return (
    <InlineFrame id={id} label={label} className={className}>
      <input id={id} placeholder={placeholder} className={inlineControl} {...rest} />
    </InlineFrame>
  );
}

type InlineSelectProps = SelectHTMLAttributes<HTMLSelectElement> & { label: string };

/** A compact native select for rows of controls. */
export function InlineSelect({ label, className, children, ...rest }: InlineSelectProps) {
  const id = useId();
  return (
    <InlineFrame id={id} label={label} className={className}>
      <select id={id} className={classNames(inlineControl, "chevron")} {...rest}>
        {children}
      </select>
    </InlineFrame>
  );
}
