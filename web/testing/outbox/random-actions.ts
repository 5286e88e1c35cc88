import type { Page } from "playwright-core";
import type { Operation } from "#app/offline/outbox/operation";

/** What a person does to a task, by the title that is shown. */
export type Action =
  | { do: "add"; line: string; title: string }
  | { do: "toggle"; title: string; to: boolean }
  | { do: "rename"; title: string; to: string }
  | { do: "delete"; title: string };

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Does actions in the page as its handlers see them. Each waits until the page shows it, but a task that
 * is added: it may have no row until its answer is given up, and only the actions on it wait for that.
 */
export async function act(page: Page, actions: Action[]): Promise<void> {
  try {
    await press(page, actions);
  } catch (error) {
    const rows = page.locator("[data-row]");
    const shown = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label")));
    const last = (await operationsOf(page)).slice(-8).map((one) => JSON.stringify(one));
    throw new Error(`${error}\nshown: ${shown.join()}\nlast:\n${last.join("\n")}`);
  }
}

function press(page: Page, actions: Action[]): Promise<void> {
  return page.evaluate(async (all) => {
    const rowOf = (title: string) =>
      document.querySelector<HTMLElement>(`[data-row][aria-label="${title}"]:not([hidden])`);
    const box = (row: HTMLElement | null) => row?.querySelector<HTMLElement>("[role=checkbox]");
    const write = (field: HTMLInputElement, text: string) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
      set?.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    for (const asked of all) {
      const until = async <T>(
        what: string,
        find: () => T | null | undefined | false,
      ): Promise<T> => {
        const end = Date.now() + 90_000;
        for (;;) {
          const found = find();
          if (found) return found;
          if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(asked)}`);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      };
      if (asked.do === "add") {
        const field = document.querySelector<HTMLInputElement>("[data-quick-add]");
        if (field) write(field, asked.line);
        await until("not written", () => field?.value === asked.line);
        document.querySelector<HTMLElement>("[data-add]")?.click();
        await until("not taken", () => field?.value === "");
        continue;
      }
      const row = await until("no row", () => rowOf(asked.title));
      if (asked.do === "toggle") {
        const state = String(asked.to);
        if (box(row)?.ariaChecked === state)
          throw new Error(`shown wrongly: ${JSON.stringify(asked)}`);
        box(row)?.click();
        await until("not ticked", () => box(rowOf(asked.title))?.ariaChecked === state);
      } else if (asked.do === "rename") {
        row.querySelector<HTMLElement>("[data-rename]")?.click();
        const field = await until("no field", () =>
          row.querySelector<HTMLInputElement>("p + input, input:not([type])"),
        );
        write(field, asked.to);
        field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
        await until("not renamed", () => rowOf(asked.to));
      } else {
        row.querySelector<HTMLElement>("form:last-of-type [type=submit]:not([role])")?.click();
        await until("not deleted", () => !rowOf(asked.title));
      }
    }
  }, actions);
}

/** What the outbox of a page keeps, in its order. */
export const operationsOf = (page: Page): Promise<Operation[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("karlo-outbox");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result
            .transaction("operations")
            .objectStore("operations")
            .getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.sort((a, b) => a.seq - b.seq));
          };
        };
      }),
  );
