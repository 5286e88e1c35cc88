import { forwardRef, type InputHTMLAttributes, useId } from "react";
import { control, describedBy, type FieldFrame, Frame } from "./FieldFrame";

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "className"> & FieldFrame;

/** One line of text, with its label. */
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
