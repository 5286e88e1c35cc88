import { useEffect } from "react";

/** Where the focus is: the element, and its ancestors with the child index of the path to it. */
interface FocusPosition {
  element: Element;
  ancestors: { ancestor: Element; index: number }[];
}

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * Recovers lost keyboard focus, once for the whole site. When the focused element is removed or
 * hidden, the focus moves to the nearest focusable element, such as the next row after a deleted one.
 * Code that restores the focus itself has run by then and takes precedence.
 */
export function useFocusRecovery(): void {
  useEffect(() => {
    let position: FocusPosition | null = null;
    const onFocus = ({ target }: Event) => {
      position =
        target instanceof Element && target.matches(":focus-visible") ? positionOf(target) : null;
    };
    const recover = () => {
      if (!position || document.activeElement !== document.body) return;
      // A visible element was left on purpose.
      if (!isVisible(position.element)) nearestFocusable(position)?.focus();
      position = null;
    };
    const scheduleRecovery = () => position && requestAnimationFrame(() => setTimeout(recover));
    const observer = new MutationObserver(
      () => position && !isVisible(position.element) && scheduleRecovery(),
    );
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ["hidden"],
    });
    document.addEventListener("focusin", onFocus);
    document.addEventListener("focusout", scheduleRecovery);
    return () => {
      observer.disconnect();
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("focusout", scheduleRecovery);
    };
  }, []);
}

function positionOf(element: Element): FocusPosition {
  const ancestors: FocusPosition["ancestors"] = [];
  for (
    let node = element;
    node.parentElement && node !== document.body;
    node = node.parentElement
  ) {
    const ancestor = node.parentElement;
    ancestors.push({ ancestor, index: [...ancestor.children].indexOf(node) });
  }
  return { element, ancestors };
}

const isVisible = (element: Element): boolean => element.isConnected && element.checkVisibility();

/** The nearest focusable element: in the closest remaining ancestor, next siblings before previous. */
function nearestFocusable({ ancestors }: FocusPosition): HTMLElement | undefined {
  for (const { ancestor, index } of ancestors) {
    if (ancestor === document.body) return undefined;
    if (!isVisible(ancestor)) continue;
    const children = [...ancestor.children];
    for (const child of [...children.slice(index), ...children.slice(0, index).reverse()]) {
      const all = [child, ...child.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isFocusable);
      const best = all.find((one) => one.matches("[data-stands-in]")) ?? all[0];
      if (best) return best;
    }
  }
  return undefined;
}

const isFocusable = (element: Element): element is HTMLElement =>
  element.matches(`:is(${FOCUSABLE}):not(:disabled, [type=hidden], [inert] *)`) &&
  isVisible(element);
