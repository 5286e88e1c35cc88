import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Page } from "playwright-core";
import type { Caption } from "./captions";

/** Size of the video, in pixels; `stage.html` is drawn for it. */
export const STAGE = { width: 1280, height: 720 };
/** Where the app is laid over the stage, and its viewport. */
export const PHONE = { x: 896, y: 32, width: 352, height: 656 };

const TYPING_MS = 14;
/** The fonts of the app: the page has no address to load them from. */
const FONTS = [
  ["DM Sans", "@fontsource-variable/dm-sans/files/dm-sans-latin-wght-normal.woff2"],
  ["Mono", "@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2"],
  ["Nastaliq", "@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-500-normal.woff2"],
] as const;

/** The page beside the app: a terminal, what happens in both languages, and the time since the start. */
export class Stage {
  private constructor(private readonly page: Page) {}

  /** Draws the stage on an empty page of its size. */
  static async open(page: Page): Promise<Stage> {
    await page.setContent(readFileSync(join(__dirname, "stage.html"), "utf8"));
    for (const [family, file] of FONTS) {
      const data = readFileSync(require.resolve(file)).toString("base64");
      const content = `@font-face { font-family: "${family}"; src: url(data:font/woff2;base64,${data}) }`;
      await page.addStyleTag({ content });
    }
    const stage = new Stage(page);
    await page.evaluate("Promise.all([...document.fonts].map((font) => font.load()))");
    return stage;
  }

  /** Shows what happens now, in both languages. */
  caption({ en, ur }: Caption): Promise<void> {
    return this.call("caption", en, ur);
  }

  /** Types a line at a prompt. */
  async type(command: string, prompt = "$"): Promise<void> {
    await this.print(`${prompt} `, "prompt");
    for (const letter of command) {
      await this.call("write", letter);
      await this.wait(TYPING_MS);
    }
  }

  /** Prints text on a new line. */
  print(text: string, kind: "output" | "prompt" = "output"): Promise<void> {
    return this.call("print", text, kind);
  }

  /**
   * Prints the lines of a program, until it ends or is stopped.
   *
   * @param keep gives what is printed of a line, or null
   */
  follow(program: string, args: string[], keep: (line: string) => string | null): { stop(): void } {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "ignore"] });
    createInterface(child.stdout).on("line", (line) => {
      const kept = keep(line);
      // The last lines may come after the page is closed.
      if (kept !== null) void this.print(kept).catch(() => {});
    });
    return { stop: () => child.kill() };
  }

  /** Says beside the clock whether the video runs faster than it. */
  hurry(hurries: boolean): Promise<void> {
    return this.call("hurry", hurries);
  }

  async wait(ms: number): Promise<void> {
    await this.page.waitForTimeout(ms);
  }

  /** Calls a function of `stage.html`. */
  private async call(name: string, ...args: (string | boolean)[]): Promise<void> {
    await this.page.evaluate(`stage.${name}(${args.map((arg) => JSON.stringify(arg)).join(", ")})`);
  }
}
