import type { InputHTMLAttributes } from "react";
import { classNames } from "./class-names";

type SwitchProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "role"> & { label: string };

/** On or off, at once. A checkbox underneath: it is sent with its form and works without script. */
export function Switch({ label, className, ...rest }: SwitchProps) {
  return (
    <label
      className={classNames("dense flex min-h-11 items-center justify-between gap-4", className)}
    >
      {label}
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked */}
      <input type="checkbox" role="switch" className="switch shrink-0" {...rest} />
    </label>
  );
}
