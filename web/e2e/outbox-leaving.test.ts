import { describe, expect, it } from "vitest";
import { badNetworkApp, outboxLoaded, savedTasks } from "#testing/bad-network-app";
import { chromiumPath, violations } from "#testing/browser";
import { add, row } from "#testing/task-rows";

const { openTasks, network } = badNetworkApp();

/** What waits is tried again within seconds; a machine may be busy. */
const SOON = { timeout: 30_000 };

describe.skipIf(!chromiumPath)("what waits for a connection", { timeout: 180_000 }, () => {
  it("may be messages to the assistant, which are answered in their order", async () => {
    const { page, context } = await openTasks();
    await page.goto("/chatbot");
    const field = page.locator("main textarea");
    await page.waitForFunction(() =>
      Object.keys(document.querySelector("main textarea") ?? {}).some((key) =>
        key.startsWith("__react"),
      ),
    );
    // What keeps messages is loaded with the first key.
    await field.press("a");
    await outboxLoaded(page);
    network().set("down");
    for (const message of ["add buy milk", "add call Ali"]) {
      await field.fill(message);
      await field.press("Enter");
      const waiting = page.locator("[data-waiting]").filter({ hasText: message });
      await waiting.getByText("Waiting to be sent").waitFor();
    }
    await page.getByText("2 changes wait for a connection").waitFor();
    expect(await violations(page)).toEqual([]);
    network().set("up");
    await page.locator("[data-waiting]").first().waitFor({ state: "detached" });
    await page.locator("[data-outbox]").waitFor({ state: "detached" });
    await expect
      .poll(() => savedTasks(page), SOON)
      .toMatchObject([{ title: "buy milk" }, { title: "call Ali" }]);
    await page.getByText("#2 call Ali").first().waitFor();
    await context.close();
  });

  it("is asked about before signing out", async () => {
    const { page, context } = await openTasks();
    await add(page, "buy milk");
    network().set("down");
    await row(page, "buy milk").getByRole("checkbox").click();
    await page.getByText("1 change waits for a connection").waitFor();
    const leave = async () => {
      await page.locator("summary[aria-label=Menu]").click();
      await page.getByRole("button", { name: "Sign out" }).click();
    };
    await leave();
    const question = page.getByRole("alertdialog");
    await question.getByRole("button", { name: "Send, then sign out" }).click();
    await question.getByText("There is no connection yet.").waitFor();
    expect(await violations(page)).toEqual([]);
    network().set("up");
    await question.getByRole("button", { name: "Send, then sign out" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await context.close();
  });
});
