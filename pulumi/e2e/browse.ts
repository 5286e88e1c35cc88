import { type Browser, chromium } from "playwright-core";

interface BrowseOptions {
  /** Local port to connect to in place of the URL's host, where its name does not resolve. */
  port?: number;
  /** Whether to use the chat, with the built-in model. */
  chat: boolean;
}

/**
 * Signs up and uses a deployed Karlo in a real browser.
 *
 * @throws when a step does not lead to the expected page
 */
export async function browse(url: string, { port, chat }: BrowseOptions): Promise<void> {
  const browser = await launchBrowser(
    port ? [`--host-resolver-rules=MAP ${new URL(url).host} 127.0.0.1:${port}`] : [],
  );
  try {
    const context = await browser.newContext({ baseURL: url, ignoreHTTPSErrors: true });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto("/sign-up");
    await page.fill("[name=name]", "Sana");
    await page.fill("[name=email]", `sana-${Date.now()}@example.com`);
    await page.fill("[name=password]", "correct horse battery");
    await page.click("main form button[type=submit]");
    await page.waitForURL("**/today");
    await page.goto("/tasks");
    await page.fill("[name=title]", "call the plumber");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("checkbox", { name: /call the plumber/ }).click();
    await page.getByRole("heading", { name: /Done today/ }).waitFor();

    if (!chat) return;
    await page.goto("/chatbot");
    for (const [message, task] of [
      ["add buy milk tomorrow at 5pm", "buy milk"],
      ["کل انڈے لانا یاد دلاؤ", "انڈے لانا"],
    ] as const) {
      await page.getByRole("textbox").fill(message);
      await page.keyboard.press("Enter");
      await page.locator("[role=log][aria-busy=false]").getByText(task).last().waitFor();
    }
    await page.goto("/tasks");
    for (const task of ["buy milk", "انڈے لانا"])
      await page.getByRole("checkbox", { name: new RegExp(task) }).waitFor();
    await page.reload();
    await page.getByRole("checkbox", { name: /buy milk/ }).waitFor();
  } finally {
    await browser.close();
  }
}

/** Launches the Chromium of `CHROMIUM`, with arguments beside those of a container. */
export function launchBrowser(args: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", ...args],
  });
}
