import { type RefObject, useEffect, useRef } from "react";

/** An open overlay: a dialog, sheet, popover or menu. */
interface Layer {
  close(): void;
  /** Whether the page shortcuts are off while it is open. */
  modal: boolean;
  /** It contains form fields: the first Escape leaves the field, the second closes it. */
  hasFields: boolean;
}

/** Open layers, from bottom to top. */
const layers: Layer[] = [];

/** The topmost open layer. */
export const topLayer = (): Layer | undefined => layers.at(-1);

/** Whether a modal layer is open, so that page shortcuts are off. */
export const isModalOpen = (): boolean => layers.some(({ modal }) => modal);

/**
 * Registers an overlay in the layer stack; Escape closes only the topmost layer.
 *
 * @param open whether it is open now
 * @param onClose asks the owner to close it
 * @param options.modal whether page shortcuts are off while it is open
 * @param options.hasFields whether the first Escape only leaves a field
 * @param options.atBottom for an overlay beside the page, below all others whenever they opened
 */
export function useLayer(
  open: boolean,
  onClose: () => void,
  {
    modal = true,
    hasFields = false,
    atBottom = false,
  }: { modal?: boolean; hasFields?: boolean; atBottom?: boolean } = {},
): void {
  const latest = useRef(onClose);
  latest.current = onClose;

  useEffect(() => {
    if (!open) return;
    const layer = { close: () => latest.current(), modal, hasFields };
    if (atBottom) layers.unshift(layer);
    else layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, [open, modal, hasFields, atBottom]);
}

/**
 * Makes everything outside an element inert and locks page scrolling while `active`. Toasts stay
 * usable, because they may offer to undo an action of the layer.
 */
export function useInertOutside(element: RefObject<HTMLElement>, active: boolean): void {
  useEffect(() => {
    if (!active || !element.current) return;
    const inerted: HTMLElement[] = [];
    for (
      let at: HTMLElement | null = element.current;
      at && at !== document.body;
      at = at.parentElement
    ) {
      for (const other of at.parentElement?.children ?? []) {
        if (other === at || !(other instanceof HTMLElement) || other.inert) continue;
        if (other.matches("script, [data-above], :has([data-above])")) continue;
        other.inert = true;
        inerted.push(other);
      }
    }
    const { style } = document.documentElement;
    const before = style.overflow;
    style.overflow = "hidden";
    return () => {
      for (const other of inerted) other.inert = false;
      style.overflow = before;
    };
  }, [element, active]);
}
