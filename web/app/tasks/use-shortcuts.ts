import { useEffect, useRef } from "react";

interface Shortcuts {
  onPalette(): void;
  onHelp(): void;
  onSelect(id: number): void;
  /** Escape, where nothing is open beside the list. */
  onEscape(): void;
}

const find = (selector: string, within: ParentNode = document) =>
  within.querySelector<HTMLElement>(selector);

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input, textarea, select"));

/** Keys of the list. They are off while one writes, and while a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;

  useEffect(() => {
    // Where one was, when the row itself has moved away or gone.
    let place = -1;

    const step = (by: 1 | -1) => {
      const rows = [...document.querySelectorAll<HTMLElement>("[data-row]:not([hidden])")];
      const here = rows.findIndex((row) => row.contains(document.activeElement));
      const from =
        here >= 0 ? here : by > 0 ? Math.min(place, rows.length) - (place < 0 ? 0 : 1) : place + 1;
      place = Math.max(0, Math.min(rows.length - 1, from + by));
      const row = rows[place];
      if (!row) return;
      find("[data-open]", row)?.focus();
      row.scrollIntoView({ block: "nearest" });
    };

    const keys: Record<string, (row: HTMLElement | null) => unknown> = {
      j: () => step(1),
      k: () => step(-1),
      x: (row) => row && find("[role=checkbox]", row)?.click(),
      e: (row) => row && find("[data-rename]", row)?.click(),
      v: (row) => row && latest.current.onSelect(Number(row.dataset.row)),
      c: () => find("[data-quick-add]")?.focus(),
      "/": () => find("[data-search]")?.focus(),
      "?": () => latest.current.onHelp(),
      Escape: () => {
        const close = find("[data-panel] [data-close]");
        if (close) close.click();
        else latest.current.onEscape();
      },
    };

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        latest.current.onPalette();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || find("dialog[open]")) return;
      if (isWriting(event.target)) {
        // The first Escape leaves the field, the next one closes what is open.
        if (event.key === "Escape") (event.target as HTMLElement).blur();
        return;
      }
      const act = keys[event.key];
      if (!act) return;
      const focused = document.activeElement?.closest<HTMLElement>("[data-row]") ?? null;
      if (event.key !== "Escape") event.preventDefault();
      act(focused);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
