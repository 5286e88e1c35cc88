import type { LucideIcon } from "lucide-react";
import { classNames } from "./class-names";

const tones = {
  plain: "",
  done: "text-done",
  soon: "text-soon",
  danger: "text-danger",
};

/**
 * A short note on something: mono, with an icon, since colour never says anything alone.
 *
 * @param name what it means in a sentence, for those who do not see the icon
 */
export function Badge({
  tone = "plain",
  Icon,
  name,
  children,
}: {
  tone?: keyof typeof tones;
  Icon: LucideIcon;
  name?: string;
  children: string;
}) {
  return (
    <span
      className={classNames("note figures inline-flex items-center gap-1.5", tones[tone])}
      title={name}
    >
      <Icon aria-hidden="true" size={14} strokeWidth={1.5} className="shrink-0" />
      {name && <span className="sr-only">{name}</span>}
      <span aria-hidden={name ? true : undefined}>{children}</span>
    </span>
  );
}
