import { type InputHTMLAttributes, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "#app/ui/styles/class-names";
import { buttonClass } from "./Button";

type FileFieldProps = InputHTMLAttributes<HTMLInputElement> & { label: string; error?: string };

/**
 * A file input with label and error, in the language of the page; before hydration or without
 * JavaScript the browser draws its button in its own.
 */
export function FileField({ label, error, onChange, ...rest }: FileFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [hydrated, setHydrated] = useState(false);
  const [names, setNames] = useState("");
  useEffect(() => setHydrated(true), []);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="dense font-medium">
        {label}
      </label>
      <div
        className={classNames(
          "relative flex min-h-11 min-w-0 items-center gap-3",
          hydrated &&
            "rounded-control has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-text",
        )}
      >
        <input
          id={id}
          type="file"
          className={
            hydrated
              ? "absolute inset-0 h-full w-full cursor-pointer opacity-0"
              : "dense w-full min-w-0 text-quiet file:me-3 file:min-h-11 file:rounded-control file:border file:border-solid file:border-edge file:px-4 file:text-ink"
          }
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => {
            setNames([...(event.target.files ?? [])].map(({ name }) => name).join(", "));
            onChange?.(event);
          }}
          {...rest}
        />
        {hydrated && (
          <>
            <span aria-hidden="true" className={buttonClass("plain", "shrink-0")}>
              {t("ui.chooseFile")}
            </span>
            <span aria-hidden="true" className="dense own-words min-w-0 truncate text-quiet">
              {names || t("ui.noFile")}
            </span>
          </>
        )}
      </div>
      {error && (
        <p id={`${id}-error`} className="dense font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
