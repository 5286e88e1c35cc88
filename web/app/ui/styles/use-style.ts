import { type RefObject, useEffect, useLayoutEffect } from "react";

/** Before the page is painted; on the server, where nothing is, React would warn. */
const useBeforePaint = typeof window === "undefined" ? useEffect : useLayoutEffect;

/**
 * Styles an element by what is known only as it is shown, such as its place by the hour. The policy of
 * the pages refuses `style` attributes, which React writes on the server.
 */
export function useStyle(
  element: RefObject<HTMLElement>,
  styles: Partial<Record<"top" | "height" | "width" | "insetInlineStart" | "visibility", string>>,
): void {
  useBeforePaint(() => {
    if (element.current) Object.assign(element.current.style, styles);
  });
}
