import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { PIXEL } from "#app/conversations/testing/upload";
import { chromiumPath, horizontalOverflow, violations } from "#testing/browser";
import { browserApp } from "#testing/browser-app";

const { openChat } = browserApp();

const photo = { name: "receipt.png", mimeType: "image/png", buffer: PIXEL };
const list = { name: "خریداری.txt", mimeType: "text/plain", buffer: Buffer.from("دودھ\nروٹی\n") };
const pending = (page: Page) => page.getByRole("list", { name: "Files to send" });
const chips = (page: Page) => pending(page).getByRole("listitem");

/** Dispatches a paste or drop event with files. */
function transferFiles(page: Page, kind: "paste" | "drop", names: string[]): Promise<void> {
  return page.locator("main textarea").evaluate(
    (field, [how, all]) => {
      const data = new DataTransfer();
      for (const name of all) data.items.add(new File(["milk"], name));
      const event =
        how === "paste"
          ? new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
      field.dispatchEvent(event);
    },
    [kind, names] as const,
  );
}

describe.skipIf(!chromiumPath)("attachments in the chat", () => {
  it("can be chosen by keyboard, sent, displayed and opened", async () => {
    const { page, noise, context } = await openChat();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Attach a file" }).press("Enter");
    await (await chooser).setFiles([photo, list]);
    await expect.poll(() => chips(page).count()).toBe(2);
    await chips(page).first().locator("img").waitFor();
    await chips(page).last().getByText("KB").waitFor();
    expect(await violations(page)).toEqual([]);
    const composer = page.locator("main textarea");
    await composer.fill("what is this?");
    await composer.press("Enter");
    await page.waitForURL("**/chatbot?c=1");
    await page.getByText("cannot read files").waitFor();
    await page.reload();
    const sent = page.getByRole("list", { name: "Attached files" });
    const image = sent.getByRole("img", { name: "receipt.png" });
    await expect
      .poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth))
      .toBeGreaterThan(0);
    const opened = context.waitForEvent("page");
    await sent.getByRole("link", { name: "receipt.png" }).click();
    expect((await opened).url()).toContain("/api/v1/attachments/");
    const download = page.waitForEvent("download");
    await sent.getByRole("link", { name: /خریداری/ }).click();
    expect((await download).suggestedFilename()).toBe("خریداری.txt");
    expect(await violations(page)).toEqual([]);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("can be pasted, dropped and removed, up to five", async () => {
    const { page, noise, context } = await openChat();
    await transferFiles(page, "paste", ["a.txt"]);
    await transferFiles(page, "drop", ["b.txt", "c.txt"]);
    await expect.poll(() => chips(page).count()).toBe(3);
    await page.getByRole("button", { name: "Remove b.txt" }).click();
    await expect.poll(() => chips(page).count()).toBe(2);
    await transferFiles(page, "drop", ["d.txt", "e.txt", "f.txt", "g.txt"]);
    await page.getByText("At most 5 files").waitFor();
    await expect.poll(() => chips(page).count()).toBe(5);
    await page.getByRole("button", { name: "Send" }).click();
    await page.waitForURL("**/chatbot?c=1");
    await expect.poll(() => chips(page).count()).toBe(0);
    const sent = page.getByRole("list", { name: "Attached files" });
    await expect.poll(() => sent.getByRole("listitem").count()).toBe(5);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("show why a file is rejected and send the others, also on a phone", async () => {
    const { page, context } = await openChat({ viewport: { width: 360, height: 740 } });
    const input = page.locator("main input[type=file]");
    await input.setInputFiles([
      { name: "report.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 \0") },
      { name: "large.png", mimeType: "image/png", buffer: Buffer.alloc(6 * 1024 * 1024) },
      photo,
    ]);
    await page.getByText("application/pdf").waitFor();
    await page.getByText("too large").waitFor();
    await chips(page).last().locator("img").waitFor();
    expect(await horizontalOverflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.locator("main textarea").fill("look");
    await page.locator("main textarea").press("Enter");
    await page.getByText("cannot read files").waitFor();
    await expect.poll(() => chips(page).count()).toBe(2);
    await context.close();
  });
});
