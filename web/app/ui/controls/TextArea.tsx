import { forwardRef, type TextareaHTMLAttributes, useId } from "react";
import { control, describedBy, FieldFrame, type FieldFrameProps } from "./FieldFrame";

type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "className"> &
  FieldFrameProps;

/** A multi-line text input that grows up to six lines. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
  { label, hint, error, className, ...rest },
  ref,
) {
  const id = useId();
  const frame = { label, hint, error, className };
  return (
    <FieldFrame id={id} {...frame}>
      <textarea
        ref={ref}
        id={id}
        dir="auto"
        className={`${control} grow-6 min-h-24 resize-none not-supports-[field-sizing:content]:resize-y py-2`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, frame)}
        {...rest}
      />
    </FieldFrame>
  );
});
