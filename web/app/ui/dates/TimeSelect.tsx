import type { ComponentProps } from "react";
import { clockLabel, type DateContext } from "#app/i18n/dates";
import { SelectField } from "#app/ui/controls/SelectField";

/** Times of a day to choose from, every quarter of an hour. */
const TIMES = Array.from({ length: 96 }, (_, at) => {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(at / 4))}:${two((at % 4) * 15)}`;
});

/** Chooses a time of day, written as the person reads the clock; works without script. */
export function TimeSelect({
  dates,
  defaultValue = "",
  ...rest
}: Omit<ComponentProps<typeof SelectField>, "children" | "defaultValue"> & {
  dates: Pick<DateContext, "numerals" | "language" | "clock">;
  /** As "17:00". */
  defaultValue?: string;
}) {
  const times = TIMES.includes(defaultValue) ? TIMES : [...TIMES, defaultValue].sort();
  return (
    <SelectField defaultValue={defaultValue} {...rest}>
      {times.map((time) => (
        <option key={time} value={time}>
          {clockLabel(time, dates)}
        </option>
      ))}
    </SelectField>
  );
}
