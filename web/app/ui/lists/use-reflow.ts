import { useLayoutEffect, useRef } from "react";

const EASE = "cubic-bezier(0.22, 1, 0.36, 1)";

// React warns about useLayoutEffect on the server, which has no layout.
const useBrowserLayoutEffect = typeof document === "undefined" ? () => {} : useLayoutEffect;

/**
 * Animates rows to their new position when their order changes (FLIP). Rows carry `data-reflow="key"`.
 *
 * @param order changes whenever the rows are reordered
 * @returns the ref of the container
 */
export function useReflow<T extends HTMLElement>(order: string) {
  const container = useRef<T>(null);
  const positions = useRef(new Map<string, number>());
  const lastOrder = useRef(order);

  useBrowserLayoutEffect(() => {
    const root = container.current;
    if (!root) return;
    const top = root.getBoundingClientRect().top;
    const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const moved = lastOrder.current !== order;
    const next = new Map<string, number>();
    for (const row of root.querySelectorAll<HTMLElement>("[data-reflow]")) {
      const key = row.dataset.reflow ?? "";
      const position = row.getBoundingClientRect().top - top;
      next.set(key, position);
      if (!moved || reducedMotion) continue;
      const before = positions.current.get(key);
      const options = { duration: 200, easing: EASE };
      if (before === undefined) {
        row.animate([{ opacity: 0, transform: "translateY(4px)" }, {}], options);
      } else if (Math.abs(before - position) > 1) {
        row.animate([{ transform: `translateY(${before - position}px)` }, {}], options);
      }
    }
    positions.current = next;
    lastOrder.current = order;
  });

  return container;
}
