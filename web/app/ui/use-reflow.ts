import { useLayoutEffect, useRef } from "react";

const EASE = "cubic-bezier(0.22, 1, 0.36, 1)";

// The server has no layout to measure, and React says so loudly if it is asked to.
const useBrowserLayoutEffect = typeof document === "undefined" ? () => {} : useLayoutEffect;

/**
 * Lets rows glide to a new place instead of jumping: rows carry `data-reflow="key"`, and whenever
 * `order` changes each one starts from where it was.
 */
export function useReflow<T extends HTMLElement>(order: string) {
  const container = useRef<T>(null);
  const places = useRef(new Map<string, number>());
  const lastOrder = useRef(order);

  useBrowserLayoutEffect(() => {
    const root = container.current;
    if (!root) return;
    const top = root.getBoundingClientRect().top;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const moved = lastOrder.current !== order;
    const next = new Map<string, number>();
    for (const row of root.querySelectorAll<HTMLElement>("[data-reflow]")) {
      const key = row.dataset.reflow ?? "";
      const place = row.getBoundingClientRect().top - top;
      next.set(key, place);
      if (!moved || calm) continue;
      const before = places.current.get(key);
      const options = { duration: 200, easing: EASE };
      if (before === undefined) {
        row.animate([{ opacity: 0, transform: "translateY(4px)" }, {}], options);
      } else if (Math.abs(before - place) > 1) {
        row.animate([{ transform: `translateY(${before - place}px)` }, {}], options);
      }
    }
    places.current = next;
    lastOrder.current = order;
  });

  return container;
}
