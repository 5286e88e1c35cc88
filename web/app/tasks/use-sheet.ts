import { type RefObject, useEffect, useRef } from "react";

const OVER = "(max-width: 63.99rem)";
const BEHIND = "body > header, body > a, [data-behind]";

/**
 * Where the panel lies over the page, it is a dialog: what is behind it cannot be reached. Opening
 * moves the focus to its heading, closing gives it back to the row.
 */
export function useSheet(panel: RefObject<HTMLElement>, opened: number): void {
  const first = useRef(true);

  useEffect(() => {
    const over = window.matchMedia(OVER);
    const apply = () => {
      for (const element of document.querySelectorAll<HTMLElement>(BEHIND)) {
        element.inert = over.matches;
      }
      document.documentElement.style.overflow = over.matches ? "hidden" : "";
      if (over.matches) {
        panel.current?.setAttribute("role", "dialog");
        panel.current?.setAttribute("aria-modal", "true");
      } else {
        panel.current?.removeAttribute("role");
        panel.current?.removeAttribute("aria-modal");
      }
    };
    apply();
    over.addEventListener("change", apply);
    return () => {
      over.removeEventListener("change", apply);
      for (const element of document.querySelectorAll<HTMLElement>(BEHIND)) element.inert = false;
      document.documentElement.style.overflow = "";
    };
  }, [panel]);

  useEffect(() => {
    // A page that was opened with the panel keeps the focus where the browser put it.
    const arrived = first.current && document.activeElement === document.body;
    first.current = false;
    if (!arrived || window.matchMedia(OVER).matches) {
      panel.current?.querySelector<HTMLElement>("#panel-title")?.focus({ preventScroll: true });
    }
    return () => {
      const row = document.querySelector<HTMLElement>(`[data-open="${opened}"]`);
      // React takes the panel away after this: the row can be reached only then.
      requestAnimationFrame(() => {
        if (!document.querySelector("[data-panel]")) row?.focus({ preventScroll: true });
      });
    };
  }, [opened, panel]);
}
