import { classNames } from "#app/ui/styles/class-names";

/**
 * Placeholder lines while content loads, shown after a short delay.
 *
 * @param widths a width class per line
 * @param rows adds a second, shorter line and a hairline to each, as in a list
 */
export function Skeleton({
  widths,
  rows = false,
  className,
}: {
  widths: string[];
  rows?: boolean;
  className?: string;
}) {
  return (
    <div
      aria-hidden="true"
      className={classNames("late flex flex-col", !rows && "gap-4", className)}
    >
      {widths.map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of lines
        <div key={line} className={classNames("flex flex-col gap-3", rows && "border-b py-4")}>
          <div className={classNames("h-4 bg-hairline", width)} />
          {rows && <div className="h-3 w-1/4 bg-hairline" />}
        </div>
      ))}
    </div>
  );
}
