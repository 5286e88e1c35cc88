import { useEffect, useRef } from "react";
import { isModalOpen, topLayer } from "#app/ui/overlays/layers";

/** A keyboard shortcut of a page or of the site. */
export interface Shortcut {
  /** A key name as returned by {@link keyName}: "j", "?", "Mod+k", "Escape". */
  keys: string;
  /** Description in the shortcut help; without one it is not listed. */
  label?: string;
  /** Absent for a listed key that is handled elsewhere. */
  act?(): void;
}

interface Group {
  /** Heading in the shortcut help. */
  title: string;
  shortcuts: Shortcut[];
}

/** Later groups take precedence, so that a page's shortcut overrides the site's. */
const groups: Group[] = [];

/** Installs the only key listener of the site. */
export function useShortcutListener(): void {
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Registers shortcuts while the calling component is mounted. */
export function useShortcuts(title: string, shortcuts: Shortcut[]): void {
  const group = useRef<Group>({ title, shortcuts });
  Object.assign(group.current, { title, shortcuts });

  useEffect(() => {
    const registered = group.current;
    groups.push(registered);
    return () => {
      groups.splice(groups.indexOf(registered), 1);
    };
  }, []);
}

/** The listed shortcuts of the current page, by title: several parts of a page may add to one. */
export const listedShortcuts = (): Group[] =>
  [...new Set(groups.map(({ title }) => title))]
    .map((title) => ({
      title,
      shortcuts: groups
        .filter((group) => group.title === title)
        .flatMap(({ shortcuts }) => shortcuts)
        .filter(({ label }) => label),
    }))
    .filter(({ shortcuts }) => shortcuts.length > 0);

/**
 * Runs the action of a shortcut, also for buttons that offer the same.
 *
 * @returns whether there is one
 */
export function pressShortcut(keys: string): boolean {
  const act = [...groups]
    .reverse()
    .flatMap(({ shortcuts }) => shortcuts)
    .find((shortcut) => shortcut.keys === keys)?.act;
  act?.();
  return act !== undefined;
}

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/**
 * The name of a pressed key or combination; null with Alt, which is left to the system. On non-Latin
 * layouts a letter is named by its position, so that shortcuts work on an Urdu keyboard.
 */
export function keyName({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | null {
  if (altKey) return null;
  const latin = /^[\x20-\x7e]$|^[A-Z][A-Za-z]+$/.test(key);
  const name = latin
    ? key
    : code === "Slash"
      ? shiftKey
        ? "?"
        : "/"
      : code.replace(/^Key/, "").toLowerCase();
  return ctrlKey || metaKey ? `Mod+${name.toLowerCase()}` : name;
}

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button])"));

function onKeyDown(event: KeyboardEvent): void {
  // Handled closer to the target, or part of an input method composition.
  if (event.defaultPrevented || event.isComposing) return;
  const editing = isEditable(event.target);
  if (event.key === "Escape") {
    onEscape(event, editing);
    return;
  }
  const name = keyName(event);
  // In a field these keys take back what was written; with Shift they do it again.
  if (name === "Mod+z" && (editing || event.shiftKey)) return;
  if (!name || isModalOpen() || (editing && !name.startsWith("Mod+"))) return;
  if (pressShortcut(name)) event.preventDefault();
}

/** Escape closes only the topmost layer; in a field it first leaves the field. */
function onEscape(event: KeyboardEvent, editing: boolean): void {
  const layer = topLayer();
  if (editing && (!layer || layer.hasFields)) {
    (event.target as HTMLElement).blur();
  } else if (layer) {
    event.preventDefault();
    layer.close();
  } else {
    pressShortcut("Escape");
  }
}
