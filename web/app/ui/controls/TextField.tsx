import { forwardRef, type InputHTMLAttributes, useId } from "react";
import { control, describedBy, FieldFrame, type FieldFrameProps } from "./FieldFrame";

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "className"> & FieldFrameProps;

/** A single-line text input with label, hint and error. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, hint, error, className, ...rest },
  ref,
) {
  const id = useId();
  const frame = { label, hint, error, className };
  return (
    <FieldFrame id={id} {...frame}>
      <input
        ref={ref}
        id={id}
        className={control}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, frame)}
        {...rest}
      />
    </FieldFrame>
  );
});
