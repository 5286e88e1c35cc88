import { forwardRef, type TextareaHTMLAttributes, useId } from "react";
import { control, describedBy, type FieldFrame, Frame } from "./FieldFrame";

type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "className"> & FieldFrame;

/** Several lines of text; it grows with them up to six. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
  { label, hint, error, className, ...rest },
  ref,
) {
  const id = useId();
  const frame = { label, hint, error, className };
  return (
    <Frame id={id} {...frame}>
      <textarea
        ref={ref}
        id={id}
        dir="auto"
        className={`${control} grow-6 min-h-24 resize-none not-supports-[field-sizing:content]:resize-y py-2`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, frame)}
        {...rest}
      />
    </Frame>
  );
});
