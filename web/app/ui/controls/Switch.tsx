import type { InputHTMLAttributes } from "react";
import { classNames } from "#app/ui/styles/class-names";

type SwitchProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "role"> & { label: string };

/** An on/off switch; a checkbox underneath, so it works without JavaScript. */
export function Switch({ label, className, ...rest }: SwitchProps) {
  return (
    <label
      className={classNames("dense flex min-h-11 items-center justify-between gap-4", className)}
    >
      {label}
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a checkbox exposes its checked state itself */}
      <input type="checkbox" role="switch" className="switch shrink-0" {...rest} />
    </label>
  );
}
