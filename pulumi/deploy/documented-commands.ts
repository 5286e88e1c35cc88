import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The commands of a guide: every line of its `sh` blocks, without comments. A block with an HTML comment
 * before it is for people alone: it waits for Ctrl-C, or names something of theirs.
 */
export function documentedCommands(sources: string, guide: string): string[] {
  const text = readFileSync(join(sources, "docs", guide), "utf8");
  return [...text.matchAll(/(<!--.*-->\n)?```sh\n([\s\S]*?)```/g)]
    .filter(([, comment]) => comment === undefined)
    .flatMap(([, , block = ""]) => block.replaceAll("\\\n", " ").split("\n"))
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
