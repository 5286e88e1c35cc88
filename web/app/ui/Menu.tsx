import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import { classNames } from "./class-names";

/**
 * A menu on `<details>`: it opens without script. With it, Escape and a press elsewhere close it.
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
  panelClassName?: string;
}) {
  const ref = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = (event: Event) => {
      const menu = ref.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        menu.querySelector("summary")?.focus();
        menu.open = false;
      } else if (!(event.target instanceof Node) || !menu.contains(event.target)) {
        menu.open = false;
      }
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, []);

  return (
    <details ref={ref} className={classNames("group relative", className)}>
      <summary
        aria-label={label}
        title={label}
        className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control text-ink"
      >
        {trigger}
      </summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed; the menu only gets out of their way */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click too */}
      <div
        onClick={({ target }) => {
          if (ref.current && target instanceof Element && target.closest("a")) {
            ref.current.open = false;
          }
        }}
        className={classNames(
          "appear absolute end-0 top-full z-30 mt-1 border border-hairline bg-raised shadow-float",
          panelClassName,
        )}
      >
        {children}
      </div>
    </details>
  );
}
