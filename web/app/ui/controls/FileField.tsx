import { type InputHTMLAttributes, useId } from "react";

type FileFieldProps = InputHTMLAttributes<HTMLInputElement> & { label: string; error?: string };

/** A file input with label and error; the browser draws its button in its own language. */
export function FileField({ label, error, ...rest }: FileFieldProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="dense font-medium">
        {label}
      </label>
      <input
        id={id}
        type="file"
        className="dense w-full min-w-0 text-quiet file:me-3 file:min-h-11 file:rounded-control file:border file:border-solid file:border-edge file:px-4 file:text-ink"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        {...rest}
      />
      {error && (
        <p id={`${id}-error`} className="dense font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
