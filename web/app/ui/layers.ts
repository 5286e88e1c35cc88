import { type RefObject, useEffect, useRef } from "react";

/** Something that lies over the page: a dialog, a sheet, a popover, an open menu. */
interface Layer {
  close(): void;
  /** What is under it cannot be used while it is open. */
  modal: boolean;
  /** Things are written in it: the first Escape leaves the field, the next one closes. */
  holdsFields: boolean;
}

/** From the lowest to the topmost: what lies lowest is closed when nothing else is open. */
const layers: Layer[] = [];

export const topLayer = (): Layer | undefined => layers.at(-1);

/** True while something modal is open: keys of the page are off. */
export const isCovered = (): boolean => layers.some(({ modal }) => modal);

/**
 * Makes what is open a layer: Escape closes the topmost one, and only that one.
 *
 * @param open whether it is open now
 * @param onClose asks whoever opened it to close it
 * @param options.lowest it lies beside the page: all that opens lies over it
 */
export function useLayer(
  open: boolean,
  onClose: () => void,
  {
    modal = true,
    holdsFields = false,
    lowest = false,
  }: { modal?: boolean; holdsFields?: boolean; lowest?: boolean } = {},
): void {
  const latest = useRef(onClose);
  latest.current = onClose;

  useEffect(() => {
    if (!open) return;
    const layer = { close: () => latest.current(), modal, holdsFields };
    if (lowest) layers.unshift(layer);
    else layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, [open, modal, holdsFields, lowest]);
}

/**
 * Puts everything but this element out of reach and keeps the page from scrolling, for as long as
 * `active` says so. Notices stay reachable: what they take back may have been done in the layer.
 */
export function useAlone(element: RefObject<HTMLElement>, active: boolean): void {
  useEffect(() => {
    if (!active || !element.current) return;
    const put: HTMLElement[] = [];
    for (
      let at: HTMLElement | null = element.current;
      at && at !== document.body;
      at = at.parentElement
    ) {
      for (const other of at.parentElement?.children ?? []) {
        if (other === at || !(other instanceof HTMLElement) || other.inert) continue;
        if (other.matches("script, [data-above], :has([data-above])")) continue;
        other.inert = true;
        put.push(other);
      }
    }
    const { style } = document.documentElement;
    const before = style.overflow;
    style.overflow = "hidden";
    return () => {
      for (const other of put) other.inert = false;
      style.overflow = before;
    };
  }, [element, active]);
}
