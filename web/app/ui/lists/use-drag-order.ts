import { type KeyboardEvent, type PointerEvent, useRef } from "react";

/** So near the edge of the window a drag scrolls the page, by so much with each movement. */
const EDGE_PX = 72;
const SCROLL_PX = 12;

/**
 * The handlers of a grip in an item of a list: it moves the item along with the pointer, and by the
 * arrow keys. A line shows where it will land.
 *
 * @param at the place of the item, from 0
 * @param onMove told the place among the others that it was moved to
 */
export function useDragOrder(at: number, onMove: (to: number) => void) {
  const start = useRef<number | null>(null);
  const drop = (event: PointerEvent<HTMLElement>) => {
    const [item, from] = [itemOf(event), start.current];
    start.current = null;
    if (!item || from === null) return;
    item.style.transform = "";
    markPlace(item, null);
    if (event.type !== "pointerup") return;
    const to = placeUnder(item, event.clientY);
    if (to !== at) onMove(to);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      start.current = event.clientY + window.scrollY;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const item = itemOf(event);
      if (!item || start.current === null) return;
      const { clientY: y } = event;
      if (y < EDGE_PX) window.scrollBy(0, -SCROLL_PX);
      else if (y > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX);
      item.style.transform = `translateY(${y + window.scrollY - start.current}px)`;
      const to = placeUnder(item, y);
      markPlace(item, to === at ? null : to);
    },
    onPointerUp: drop,
    onPointerCancel: drop,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
      if (by === 0) return;
      event.preventDefault();
      onMove(at + by);
    },
  };
}

const itemOf = (event: PointerEvent<HTMLElement>) => event.currentTarget.closest("li");

const othersOf = (item: HTMLElement): Element[] =>
  [...(item.parentElement?.children ?? [])].filter((other) => other !== item);

/** The place among the others at a height of the window. */
const placeUnder = (item: HTMLElement, y: number): number =>
  othersOf(item).filter((other) => {
    const { top, height } = other.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;

/** Draws the line above what will come after the item, or below the last; null takes it away. */
function markPlace(item: HTMLElement, to: number | null): void {
  const others = othersOf(item);
  const last = to !== null && to >= others.length;
  for (const [at, other] of others.entries()) {
    other.toggleAttribute("data-lands-above", at === to);
    other.toggleAttribute("data-lands-below", last && at === others.length - 1);
  }
}
