import { type KeyboardEvent, type PointerEvent, useRef } from "react";

/**
 * The handlers of a grip in an item of a list: it moves the item along with the pointer, and by the
 * arrow keys.
 *
 * @param at the place of the item, from 0
 * @param onMove told the place among the others that it was moved to
 */
export function useDragOrder(at: number, onMove: (to: number) => void) {
  const start = useRef<number | null>(null);
  const itemOf = (event: PointerEvent<HTMLElement>) => event.currentTarget.closest("li");
  const drop = (event: PointerEvent<HTMLElement>) => {
    const [item, from] = [itemOf(event), start.current];
    start.current = null;
    if (!item || from === null) return;
    item.style.transform = "";
    if (event.type !== "pointerup") return;
    const siblings = [...(item.parentElement?.children ?? [])].filter((other) => other !== item);
    const to = siblings.filter((other) => {
      const { top, height } = other.getBoundingClientRect();
      return top + height / 2 < event.clientY;
    }).length;
    if (to !== at) onMove(to);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      start.current = event.clientY;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const item = itemOf(event);
      if (item && start.current !== null)
        item.style.transform = `translateY(${event.clientY - start.current}px)`;
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
