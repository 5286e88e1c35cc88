import type { LucideIcon } from "lucide-react";
import { type ChangeEvent, useId } from "react";

interface Choice {
  value: string;
  label: string;
  Icon?: LucideIcon;
}

/** A segmented control for two to four choices, made of radio buttons. */
export function Segmented({
  legend,
  name,
  choices,
  defaultValue,
  onChange,
}: {
  legend: string;
  name: string;
  choices: readonly Choice[];
  defaultValue?: string;
  onChange?(event: ChangeEvent<HTMLInputElement>): void;
}) {
  const id = useId();
  return (
    <fieldset>
      <legend className="note mb-2 text-quiet">{legend}</legend>
      <div className="flex border border-hairline">
        {choices.map(({ value, label, Icon }) => (
          <div key={value} className="relative flex-1">
            <input
              type="radio"
              id={`${id}-${value}`}
              name={name}
              value={value}
              defaultChecked={value === defaultValue}
              onChange={onChange}
              className="peer absolute inset-0 size-full cursor-pointer appearance-none outline-offset-[-2px]"
            />
            <label
              htmlFor={`${id}-${value}`}
              className="dense pointer-events-none flex min-h-11 flex-col items-center justify-center gap-1 px-3 py-2 text-center peer-checked:bg-ink peer-checked:text-page"
            >
              {Icon && <Icon aria-hidden="true" size={20} strokeWidth={1.5} />}
              {label}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
