import type { ReactNode } from "react";
import { useCallback, useEffect, useRef, useState } from "react";
import { classNames } from "#app/ui/styles/class-names";
import { useInertOutside, useLayer } from "./layers";
import { useMenuKeys } from "./menu-keys";
import { useMedia } from "./use-media";

/** Classes of a menu item: a link or button of full width. */
export const menuItem =
  "flex min-h-11 w-full items-center gap-3 rounded-control px-2 text-start pointer:hover:bg-hairline";

/**
 * A menu on `<details>`, so that it works without JavaScript; on phones it is a bottom sheet. With
 * JavaScript, Escape and a click outside close it, and the page behind the sheet is inert.
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
  /** Position and width on larger screens. */
  panelClassName?: string;
}) {
  const ref = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const onKeyDown = useMenuKeys();
  const isSheet = useMedia("(max-width: 47.99rem)");
  const close = useCallback(() => {
    if (ref.current) ref.current.open = false;
  }, []);
  useInertOutside(ref, open && isSheet);
  useLayer(open, () => {
    ref.current?.querySelector("summary")?.focus();
    close();
  });

  useEffect(() => {
    if (!open) return;
    const closeOutside = ({ target }: Event) => {
      if (!(target instanceof Node) || !ref.current?.contains(target)) close();
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the click handler only closes the menu after an item inside was used */}
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
