import { classNames } from "./class-names";

/**
 * Lines where text will be, shown once the wait is felt.
 *
 * @param widths a width class for each line
 * @param rows a second, shorter line under each, and a hairline: as in a list
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
        // biome-ignore lint/suspicious/noArrayIndexKey: lines that never move
        <div key={line} className={classNames("flex flex-col gap-3", rows && "border-b py-4")}>
          <div className={classNames("h-4 bg-hairline", width)} />
          {rows && <div className="h-3 w-1/4 bg-hairline" />}
        </div>
      ))}
    </div>
  );
}
