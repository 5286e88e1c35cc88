import type { LucideIcon } from "lucide-react";
import { classNames } from "#app/ui/styles/class-names";

const tones = {
  plain: "",
  done: "text-done",
  soon: "text-soon",
  danger: "text-danger",
};

/**
 * A short monospace label with an icon, since colour must not be the only signal.
 *
 * @param name full meaning for screen readers and the tooltip
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
