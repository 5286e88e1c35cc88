import { createHash } from "node:crypto";
import { type Dirent, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import dockerignore from "@balena/dockerignore";

/** Selects files of a folder; paths are relative to it, with slashes. */
interface PathFilter {
  /** Whether a file is selected. */
  includes(path: string): boolean;
  /** Whether a folder may contain selected files. */
  descends(path: string): boolean;
}

const ALL: PathFilter = { includes: () => true, descends: () => true };

/**
 * A hash of the selected files under a folder: of their paths and contents, and of nothing that
 * differs between machines (times, modes, the order of the directory).
 *
 * @param folder relative to this program
 * @returns 12 hexadecimal digits
 */
export function hashFiles(folder: string, filter: PathFilter = ALL): string {
  const root = resolve(__dirname, folder);
  const hash = createHash("sha256");
  for (const { path, link } of listFiles(root, filter, "")) {
    const content = link
      ? Buffer.from(readlinkSync(join(root, path)))
      : readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex").slice(0, 12);
}

/** The hash of a Docker build context: of the files that .dockerignore leaves. */
export function hashBuildContext(folder: string): string {
  return hashFiles(folder, readDockerIgnore(folder));
}

/** The files of a Docker build context, relative to its folder and in a stable order. */
export function listBuildContext(folder: string): string[] {
  const files = listFiles(resolve(__dirname, folder), readDockerIgnore(folder), "");
  return files.map(({ path }) => path);
}

const readDockerIgnore = (folder: string) =>
  parseDockerIgnore(readFileSync(resolve(__dirname, folder, ".dockerignore"), "utf8"));

/** Parses the text of a .dockerignore. Matching is case-sensitive, as Docker's is. */
export function parseDockerIgnore(text: string): PathFilter {
  const rules = dockerignore({ ignorecase: false }).add(text);
  const exceptions = text.split(/\r?\n/).flatMap((line) => {
    const pattern = line.trim();
    return pattern.startsWith("!") ? [fixedPart(pattern.slice(1))] : [];
  });
  const includes = (path: string) => !rules.ignores(path);
  return {
    includes,
    descends: (path) =>
      includes(path) ||
      exceptions.some(
        ({ prefix, hasWildcard }) =>
          `${prefix}/`.startsWith(`${path}/`) ||
          (hasWildcard && `${path}/`.startsWith(prefix && `${prefix}/`)),
      ),
  };
}

/** The folders of a pattern before its first wildcard. */
function fixedPart(pattern: string): { prefix: string; hasWildcard: boolean } {
  const segments = pattern
    .trim()
    .split("/")
    .filter((segment) => !["", "."].includes(segment));
  const wildcard = segments.findIndex((segment) => /[*?[\\]/.test(segment));
  const fixed = wildcard < 0 ? segments : segments.slice(0, wildcard);
  return { prefix: fixed.join("/"), hasWildcard: wildcard >= 0 };
}

interface ListedFile {
  path: string;
  /** Whether it is a symbolic link, which Docker copies as one. */
  link: boolean;
}

function listFiles(root: string, filter: PathFilter, folder: string): ListedFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort(byName)
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filter.descends(path) ? listFiles(root, filter, path) : [];
      const link = entry.isSymbolicLink();
      return (entry.isFile() || link) && filter.includes(path) ? [{ path, link }] : [];
    });
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);
