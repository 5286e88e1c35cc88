import { type KeyboardEvent, useRef } from "react";

/** Letters typed within this time form one search word. */
const TYPEAHEAD_MS = 600;

/**
 * Keyboard navigation of a menu on `<details>` (ARIA menu button pattern): arrows cycle through the
 * items, Home and End go to the ends, letters to the item that starts with them; on the closed menu an
 * arrow opens it. Escape is handled here too, for a menu that is not registered as a layer yet.
 */
export function useMenuKeys(): (event: KeyboardEvent<HTMLDetailsElement>) => void {
  const word = useRef({ letters: "", at: 0 });

  return (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const menu = event.currentTarget;
    const { key } = event;
    const next = key === "ArrowDown" || key === horizontalArrow(menu, "ltr");
    const previous = key === "ArrowUp" || key === horizontalArrow(menu, "rtl");
    if (!menu.open && !(key === "ArrowDown" || key === "ArrowUp")) return;
    if (key === "Escape") {
      event.preventDefault();
      menu.querySelector("summary")?.focus();
      menu.open = false;
      return;
    }
    menu.open = true;

    const items = [...menu.querySelectorAll<HTMLElement>(":scope > :not(summary) :is(a, button)")];
    const here = items.indexOf(document.activeElement as HTMLElement);
    let item: HTMLElement | undefined;
    if (key === "Home" || (next && here < 0)) item = items[0];
    else if (key === "End" || (previous && here < 0)) item = items.at(-1);
    else if (next || previous) item = items.at((here + (next ? 1 : -1)) % items.length);
    else item = findTyped(word.current, event, items, here);
    if (!item) return;
    event.preventDefault();
    item.focus();
  };
}

/** The horizontal arrow to the next item; with `rtl` instead of `ltr`, to the previous one. */
const horizontalArrow = (menu: HTMLElement, direction: "ltr" | "rtl"): string =>
  getComputedStyle(menu).direction === direction ? "ArrowRight" : "ArrowLeft";

/** The next item that starts with the typed letters. */
function findTyped(
  word: { letters: string; at: number },
  { key, timeStamp }: { key: string; timeStamp: number },
  items: HTMLElement[],
  here: number,
): HTMLElement | undefined {
  if ([...key].length !== 1 || key === " ") return undefined;
  const continues = timeStamp - word.at < TYPEAHEAD_MS;
  word.letters = (continues ? word.letters : "") + key.toLocaleLowerCase();
  word.at = timeStamp;
  const { letters } = word;
  // A longer word may still match the current item; a first letter moves to the next match.
  const from = letters.length > 1 ? here : here + 1;
  const candidates = items.map((_, index) => items[(Math.max(from, 0) + index) % items.length]);
  return candidates.find((item) =>
    item?.textContent?.trim().toLocaleLowerCase().startsWith(letters),
  );
}
