import { type SelectHTMLAttributes, useId } from "react";
import { classNames } from "#app/ui/styles/class-names";
import { control, describedBy, FieldFrame, type FieldFrameProps } from "./FieldFrame";

type SelectFieldProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, "className"> &
  FieldFrameProps;

/** A native select with label, hint and error; native for the picker of phones. */
export function SelectField({
  label,
  hint,
  error,
  className,
  children,
  ...rest
}: SelectFieldProps) {
  const id = useId();
  const frame = { label, hint, error, className };
  return (
    <FieldFrame id={id} {...frame}>
      <select
        id={id}
        className={classNames(control, "chevron chevron-inside")}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, frame)}
        {...rest}
      >
        {children}
      </select>
    </FieldFrame>
  );
}
