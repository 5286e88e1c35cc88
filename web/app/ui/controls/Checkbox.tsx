import type { InputHTMLAttributes } from "react";
import { classNames } from "#app/ui/styles/class-names";

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & { label: string };

/** A checkbox with its label. */
export function Checkbox({ label, className, ...rest }: CheckboxProps) {
  return (
    <label className={classNames("dense inline-flex min-h-11 items-center gap-3", className)}>
      <input type="checkbox" className="size-5 shrink-0 accent-done" {...rest} />
      {label}
    </label>
  );
}
