import { type SelectHTMLAttributes, useId } from "react";
import { classNames } from "./class-names";
import { control, describedBy, type FieldFrame, Frame } from "./FieldFrame";

type SelectFieldProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, "className"> & FieldFrame;

/** One of several values, by the select of the browser: on a phone it is the wheel one knows. */
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
    <Frame id={id} {...frame}>
      <select
        id={id}
        className={classNames(control, "chevron chevron-inside")}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, frame)}
        {...rest}
      >
        {children}
      </select>
    </Frame>
  );
}
