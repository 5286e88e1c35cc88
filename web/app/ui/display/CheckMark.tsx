import { Check } from "lucide-react";
import { classNames } from "#app/ui/styles/class-names";

/** The drawing of a checkbox; the user of it provides role, name and hit area. */
export function CheckMark({ checked }: { checked: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "inline-flex size-5 items-center justify-center rounded-control border-[1.5px]",
        checked ? "border-done bg-done" : "border-edge",
      )}
    >
      {checked && <Check size={16} strokeWidth={2.5} className="appear text-page" />}
    </span>
  );
}
