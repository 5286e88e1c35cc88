import { useEffect } from "react";

/** Where the focus is: the element, and whatever holds it up to the body, each with its place there. */
interface Spot {
  element: Element;
  holders: { holder: Element; place: number }[];
}

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * Keeps the focus on the page, once for the whole site. Where what has it is taken away, it goes to
 * what stands there now, to the next row for one that was deleted: left alone, it would be nowhere.
 * Only for who goes by keys; whoever closes something and knows better where to go has gone by then.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let spot: Spot | null = null;
    const onFocus = ({ target }: Event) => {
      spot = target instanceof Element && target.matches(":focus-visible") ? spotOf(target) : null;
    };
    const look = () => {
      if (!spot || document.activeElement !== document.body) return;
      // It is there still: somebody has left it.
      if (!isSeen(spot.element)) standIn(spot)?.focus();
      spot = null;
    };
    const lookSoon = () => spot && requestAnimationFrame(() => setTimeout(look));
    const seen = new MutationObserver(() => spot && !isSeen(spot.element) && lookSoon());
    seen.observe(document.body, { subtree: true, childList: true, attributeFilter: ["hidden"] });
    document.addEventListener("focusin", onFocus);
    document.addEventListener("focusout", lookSoon);
    return () => {
      seen.disconnect();
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("focusout", lookSoon);
    };
  }, []);
}

function spotOf(element: Element): Spot {
  const holders: Spot["holders"] = [];
  for (let at = element; at.parentElement && at !== document.body; at = at.parentElement) {
    holders.push({ holder: at.parentElement, place: [...at.parentElement.children].indexOf(at) });
  }
  return { element, holders };
}

const isSeen = (element: Element): boolean => element.isConnected && element.checkVisibility();

/** What can have the focus, nearest to where a spot was, on the same page. */
function standIn({ holders }: Spot): HTMLElement | undefined {
  for (const { holder, place } of holders) {
    if (holder === document.body) return undefined;
    if (!isSeen(holder)) continue;
    const children = [...holder.children];
    for (const child of [...children.slice(place), ...children.slice(0, place).reverse()]) {
      const all = [child, ...child.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isFocusable);
      const best = all.find((one) => one.matches("[data-stands-in]")) ?? all[0];
      if (best) return best;
    }
  }
  return undefined;
}

const isFocusable = (element: Element): element is HTMLElement =>
  element.matches(`:is(${FOCUSABLE}):not(:disabled, [type=hidden], [inert] *)`) && isSeen(element);
