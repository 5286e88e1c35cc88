import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

/** Pages that name files of this repository. */
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync(path.join(root, "docs")).flatMap((name) =>
    name.endsWith(".md") ? [`docs/${name}`] : [],
  ),
  ...readdirSync(path.join(root, "docs/decisions")).map((name) => `docs/decisions/${name}`),
];

const NAMED = /`((?:web|pulumi|scripts|docs|skills)\/[\w./$-]+)`/g;
const LINKED = /\]\((?!https?:|#|mailto:)([^)#\s]+)/g;

describe("paths in the documentation", () => {
  it.each(PAGES)("%s names only files that exist", (page) => {
    const text = readFileSync(path.join(root, page), "utf8");
    const named = [...text.matchAll(NAMED)].map(([, file = ""]) => path.join(root, file));
    const linked = [...text.matchAll(LINKED)].map(([, file = ""]) =>
      path.resolve(root, path.dirname(page), decodeURI(file)),
    );
    const missing = [...named, ...linked].filter((file) => !existsSync(file));
    expect(missing.map((file) => path.relative(root, file))).toEqual([]);
  });
});
