import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Reads the commands of a guide: every line of its `sh` blocks, without comments. Blocks after an HTML
 * comment are skipped: they wait for Ctrl-C, or name something that a test does not have.
 */
export function readDocumentedCommands(sources: string, guide: string): string[] {
  const text = readFileSync(join(sources, "docs", guide), "utf8");
  return [...text.matchAll(/(<!--.*-->\n)?```sh\n([\s\S]*?)```/g)]
    .filter(([, comment]) => comment === undefined)
    .flatMap(([, , block = ""]) => block.replaceAll("\\\n", " ").split("\n"))
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
