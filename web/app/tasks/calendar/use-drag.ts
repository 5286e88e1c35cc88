import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef } from "react";

/** Distance from which a press counts as a drag. */
const THRESHOLD_PX = 5;
/** A finger that rests so long drags; one that moves before scrolls. */
const HOLD_MS = 350;

/** How far something was dragged, and where the pointer is. */
export interface Dragged {
  dx: number;
  dy: number;
  x: number;
  y: number;
}

interface DragHandlers {
  onMove(element: HTMLElement, dragged: Dragged): void;
  /** Null when the drag was given up. */
  onEnd(element: HTMLElement, dragged: Dragged | null): void;
}

/**
 * Drags an element by mouse or pen at once, by touch after a moment of rest. Escape gives up. The click
 * that ends a drag opens nothing.
 *
 * @returns the handler of `pointerdown`
 */
export function useDrag({ onMove, onEnd }: DragHandlers) {
  const handlers = useRef({ onMove, onEnd });
  handlers.current = { onMove, onEnd };
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  return useCallback((event: ReactPointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    stop.current?.();
    const element = event.currentTarget;
    const { clientX: startX, clientY: startY, pointerId, pointerType } = event;
    const listening = new AbortController();
    let dragging = false;
    let last: Dragged = { dx: 0, dy: 0, x: startX, y: startY };
    let hold = 0;
    const isTouch = pointerType === "touch";
    const begin = () => {
      dragging = true;
      // Nothing under the pointer takes it: no selection begins, and nothing lights up.
      element.setPointerCapture(pointerId);
      element.dataset.dragging = "";
    };
    const end = (dragged: Dragged | null) => {
      window.clearTimeout(hold);
      listening.abort();
      stop.current = null;
      if (!dragging) return;
      delete element.dataset.dragging;
      handlers.current.onEnd(element, dragged);
      // The click comes after the end.
      const swallow = (click: Event) => {
        click.preventDefault();
        click.stopPropagation();
      };
      element.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => element.removeEventListener("click", swallow, { capture: true }));
    };
    stop.current = () => end(null);
    if (isTouch) hold = window.setTimeout(begin, HOLD_MS);
    const { signal } = listening;
    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      last = { dx: x - startX, dy: y - startY, x, y };
      if (!dragging) {
        if (Math.hypot(last.dx, last.dy) < THRESHOLD_PX) return;
        if (isTouch) return end(null);
        begin();
      }
      handlers.current.onMove(element, last);
    };
    const giveUp = (key: KeyboardEvent) => {
      if (key.key !== "Escape" || !dragging) return;
      key.preventDefault();
      key.stopPropagation();
      end(null);
    };
    window.addEventListener("pointermove", move, { signal });
    window.addEventListener("pointerup", () => end(last), { signal });
    window.addEventListener("pointercancel", () => end(null), { signal });
    window.addEventListener("keydown", giveUp, { signal, capture: true });
    const stayPut = (touch: TouchEvent) => dragging && touch.preventDefault();
    element.addEventListener("touchmove", stayPut, { signal, passive: false });
    element.addEventListener("contextmenu", (menu) => isTouch && menu.preventDefault(), { signal });
  }, []);
}

/** The element with an attribute that is under a pointer. */
export function findUnder(x: number, y: number, selector: string): HTMLElement | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const found = element.closest<HTMLElement>(selector);
    if (found) return found;
  }
  return null;
}

/** Marks the only one of the targets of a drag that is under it. */
export function markOver(target: HTMLElement | null): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-over]")) {
    if (element !== target) element.removeAttribute("data-over");
  }
  target?.setAttribute("data-over", "");
}
