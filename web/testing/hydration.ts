import type { BrowserContext, Page } from "playwright-core";

/** Resolves when the effects of the page have run; at once for what is no page of Karlo. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !("__remixContext" in window) || document.documentElement.matches("[data-hydrated]"),
  );
}

/** Makes the navigations of every page that a context opens wait for hydration. */
export function waitForHydration(context: BrowserContext): void {
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    const goto = page.goto.bind(page);
    const reload = page.reload.bind(page);
    page.goto = async (...to) => {
      const response = await goto(...to);
      await hydrated(page);
      return response;
    };
    page.reload = async (...options) => {
      const response = await reload(...options);
      await hydrated(page);
      return response;
    };
    return page;
  };
}
