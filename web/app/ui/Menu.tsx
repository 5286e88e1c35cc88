import type { ReactNode } from "react";
import { useCallback, useEffect, useRef, useState } from "react";
import { classNames } from "./class-names";
import { useAlone, useLayer } from "./layers";
import { useMenuKeys } from "./menu-keys";
import { useMedia } from "./use-media";

/** A line of a menu: a link or a button of full width. */
export const menuItem =
  "flex min-h-11 w-full items-center gap-3 rounded-control px-2 text-start pointer:hover:bg-hairline";

/**
 * A menu on `<details>`: it opens without script, and on a phone comes up as a sheet, which a press
 * beside it closes without script too. With script Escape and a press elsewhere close it, and
 * what is behind the sheet cannot be reached.
 */
export function Menu({
  label,
  trigger,
  children,
  className,
  panelClassName,
}: {
  label: string;
  trigger: ReactNode;
  children: ReactNode;
  className?: string;
  /** Where it stands and how wide it is once there is room. */
  panelClassName?: string;
}) {
  const ref = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const onKeyDown = useMenuKeys();
  const isSheet = useMedia("(max-width: 47.99rem)");
  const close = useCallback(() => {
    if (ref.current) ref.current.open = false;
  }, []);
  useAlone(ref, open && isSheet);
  useLayer(open, () => {
    ref.current?.querySelector("summary")?.focus();
    close();
  });

  useEffect(() => {
    if (!open) return;
    const leave = ({ target }: Event) => {
      if (!(target instanceof Node) || !ref.current?.contains(target)) close();
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [open, close]);

  return (
    <details
      ref={ref}
      onKeyDown={onKeyDown}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className={classNames("group/menu relative", className)}
    >
      <summary
        aria-label={label}
        title={label}
        className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control text-ink max-md:group-open/menu:before:scrim"
      >
        {trigger}
      </summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed; the menu only gets out of their way */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click too */}
      <div
        onClick={({ target }) => {
          if (target instanceof Element && target.closest("a, [data-closes]")) close();
        }}
        {...(open && isSheet && { role: "dialog", "aria-modal": true, "aria-label": label })}
        className={classNames(
          "bg-raised max-md:sheet max-md:max-h-[85dvh] overflow-y-auto overscroll-contain md:appear md:absolute md:end-0 md:top-full md:z-45 md:mt-1 md:border md:shadow-float",
          panelClassName,
        )}
      >
        {children}
      </div>
    </details>
  );
}
