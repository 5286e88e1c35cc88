import { type KeyboardEvent, useRef } from "react";

/** Letters that come closer together than this are one word. */
const WORD_MS = 600;

/**
 * Keys of a menu on `<details>`: arrows go round its lines, Home and End to its ends, letters to the
 * line that begins with them; on what opens it, an arrow opens it at its first line or its last.
 * Escape closes it, even before it has become a layer.
 */
export function useMenuKeys(): (event: KeyboardEvent<HTMLDetailsElement>) => void {
  const word = useRef({ letters: "", at: 0 });

  return (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const menu = event.currentTarget;
    const { key } = event;
    const next = key === "ArrowDown" || key === aside(menu, "ltr");
    const previous = key === "ArrowUp" || key === aside(menu, "rtl");
    if (!menu.open && !(key === "ArrowDown" || key === "ArrowUp")) return;
    if (key === "Escape") {
      event.preventDefault();
      menu.querySelector("summary")?.focus();
      menu.open = false;
      return;
    }
    menu.open = true;

    const lines = [...menu.querySelectorAll<HTMLElement>(":scope > :not(summary) :is(a, button)")];
    const here = lines.indexOf(document.activeElement as HTMLElement);
    let line: HTMLElement | undefined;
    if (key === "Home" || (next && here < 0)) line = lines[0];
    else if (key === "End" || (previous && here < 0)) line = lines.at(-1);
    else if (next || previous) line = lines.at((here + (next ? 1 : -1)) % lines.length);
    else line = spelled(word.current, event, lines, here);
    if (!line) return;
    event.preventDefault();
    line.focus();
  };
}

/** The arrow that goes on, in a direction of writing, where lines stand side by side. */
const aside = (menu: HTMLElement, direction: "ltr" | "rtl"): string =>
  getComputedStyle(menu).direction === direction ? "ArrowRight" : "ArrowLeft";

/** The next line that begins with what is being typed. */
function spelled(
  word: { letters: string; at: number },
  { key, timeStamp }: { key: string; timeStamp: number },
  lines: HTMLElement[],
  here: number,
): HTMLElement | undefined {
  if ([...key].length !== 1 || key === " ") return undefined;
  const goesOn = timeStamp - word.at < WORD_MS;
  word.letters = (goesOn ? word.letters : "") + key.toLocaleLowerCase();
  word.at = timeStamp;
  const { letters } = word;
  // The same line stays while it still fits; the first letter again goes to the next one.
  const from = letters.length > 1 ? here : here + 1;
  const round = lines.map((_, index) => lines[(Math.max(from, 0) + index) % lines.length]);
  return round.find((line) => line?.textContent?.trim().toLocaleLowerCase().startsWith(letters));
}
