import { classNames } from "#app/ui/styles/class-names";
import type { Colour } from "./group";

const fills: Record<Colour, string> = {
  red: "bg-[light-dark(#b3382c,#f08a80)]",
  orange: "bg-[light-dark(#c25a12,#f0a468)]",
  yellow: "bg-[light-dark(#a07a00,#e0c060)]",
  green: "bg-[light-dark(#3d7a3a,#8cc888)]",
  teal: "bg-[light-dark(#1f7a74,#74c8c0)]",
  blue: "bg-[light-dark(#2f62a8,#8ab4ec)]",
  purple: "bg-[light-dark(#7648a0,#c09ae0)]",
  brown: "bg-[light-dark(#7a5236,#c8a080)]",
};

/** The colour of a list or a label; its name says what it is. */
export function ColourDot({ colour }: { colour: Colour | null }) {
  return (
    <span
      aria-hidden="true"
      data-dot
      className={classNames(
        "inline-block size-2.5 shrink-0 rounded-full border",
        colour ? `${fills[colour]} border-transparent` : "border-edge",
      )}
    />
  );
}
