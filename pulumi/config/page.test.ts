import { expect, it } from "vitest";
import { configurationPage } from "./page";

// `npm run config:docs` updates the page.
it("describes every key of a stack in docs/stack-configuration.md", async () => {
  const page = configurationPage();
  expect(page).not.toMatch(/undefined|\| {2}\|$/m);
  await expect(page).toMatchFileSnapshot("../../docs/stack-configuration.md");
});
