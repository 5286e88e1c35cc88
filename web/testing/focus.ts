import type { Locator } from "playwright-core";
import { expect } from "vitest";

/** Whether an element has the focus. */
export const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);

/**
 * Waits until an element has the focus. What opens takes the focus a moment after it is shown; keys
 * that are pressed before go elsewhere, and a focus that is moved before is taken away again.
 */
export const focusArrives = (locator: Locator): Promise<void> =>
  expect.poll(() => hasFocus(locator)).toBe(true);
