import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

type Admits = (path: string, folder?: boolean) => boolean;

/**
 * A hash of the files under `folder` that `admits` lets through: their paths and their content,
 * nothing of the machine (times, modes, order of the directory).
 *
 * @param folder relative to the program, as all folders here
 */
export function hashFiles(folder: string, admits: Admits = () => true): string {
  const root = resolve(__dirname, folder);
  const hash = createHash("sha256");
  for (const path of listFiles(root, admits, "")) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex").slice(0, 12);
}

/** The hash of a Docker build context: of what .dockerignore leaves of a folder. */
export function hashBuildContext(folder: string): string {
  return hashFiles(folder, contextRules(folder));
}

/** The files of a Docker build context, relative to its folder and in a stable order. */
export function listBuildContext(folder: string): string[] {
  return listFiles(resolve(__dirname, folder), contextRules(folder), "");
}

const contextRules = (folder: string) =>
  dockerIgnore(readFileSync(resolve(__dirname, folder, ".dockerignore"), "utf8"));

/**
 * Whether a .dockerignore admits a path: of the lines that match it or a folder above it, the last
 * one decides. A folder is also admitted when a later `!` line names something inside it.
 */
export function dockerIgnore(text: string): Admits {
  const rules = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const admits = line.startsWith("!");
      const pattern = line.slice(admits ? 1 : 0).replace(/^\/|\/$/g, "");
      return { admits, pattern, matches: new RegExp(`^${globSource(pattern)}(/|$)`) };
    });
  return (path, folder = false) =>
    (rules.findLast((rule) => rule.matches.test(path))?.admits ?? true) ||
    (folder && rules.some((rule) => rule.admits && rule.pattern.startsWith(`${path}/`)));
}

function globSource(pattern: string): string {
  return pattern.replace(/[.+^${}()|\\]/g, "\\$&").replace(/\*\*\/|\*\*|\*|\?/g, (wild) => {
    if (wild === "**/") return "(.*/)?";
    if (wild === "**") return ".*";
    return wild === "*" ? "[^/]*" : "[^/]";
  });
}

function listFiles(folder: string, admits: Admits, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (!admits(path, entry.isDirectory())) return [];
      if (entry.isDirectory()) return listFiles(folder, admits, path);
      return entry.isFile() ? [path] : [];
    });
}
