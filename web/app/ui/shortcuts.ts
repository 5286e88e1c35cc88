import { useEffect, useRef } from "react";
import { isCovered, topLayer } from "./layers";

/** The one place that listens for keys: pages say what theirs do, layers are closed in their order. */
export interface Shortcut {
  /** As `keyName` names it: "j", "?", "Mod+k", "Escape". */
  keys: string;
  /** What it does, for the list of keys; one without stays unlisted. */
  label?: string;
  /** Absent for a key that the browser itself answers, listed all the same. */
  act?(): void;
}

interface Group {
  /** Whose keys they are: a heading of the list. */
  title: string;
  shortcuts: Shortcut[];
}

/** The latest group is asked first: a page's key wins over the site's. */
const groups: Group[] = [];

/** Listens, once for the whole site. */
export function useKeyboard(): void {
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Registers keys for as long as the caller is on the page. */
export function useShortcuts(title: string, shortcuts: Shortcut[]): void {
  const group = useRef<Group>({ title, shortcuts });
  Object.assign(group.current, { title, shortcuts });

  useEffect(() => {
    const mine = group.current;
    groups.push(mine);
    return () => {
      groups.splice(groups.indexOf(mine), 1);
    };
  }, []);
}

/** The keys of this page with what they do. */
export const listedShortcuts = (): Group[] =>
  groups
    .map(({ title, shortcuts }) => ({ title, shortcuts: shortcuts.filter(({ label }) => label) }))
    .filter(({ shortcuts }) => shortcuts.length > 0);

/** Does what a key does, for a button that says so. */
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
 * The name of what is pressed; null for combinations that are not ours. On an Urdu keyboard a
 * letter is named by its place: j is j whatever is printed on it.
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

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button])"));

function onKeyDown(event: KeyboardEvent): void {
  // Whoever was nearer has answered it already; an input method is still composing.
  if (event.defaultPrevented || event.isComposing) return;
  const writing = isWriting(event.target);
  if (event.key === "Escape") {
    onEscape(event, writing);
    return;
  }
  const name = keyName(event);
  if (!name || isCovered() || (writing && !name.startsWith("Mod+"))) return;
  if (pressShortcut(name)) event.preventDefault();
}

/** Escape closes the topmost layer and nothing else; out of a field it first leaves the field. */
function onEscape(event: KeyboardEvent, writing: boolean): void {
  const layer = topLayer();
  if (writing && (!layer || layer.holdsFields)) {
    (event.target as HTMLElement).blur();
  } else if (layer) {
    event.preventDefault();
    layer.close();
  } else {
    pressShortcut("Escape");
  }
}
