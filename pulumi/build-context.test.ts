import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dockerIgnore, hashBuildContext, hashFiles, listBuildContext } from "./build-context";

describe("dockerIgnore", () => {
  it.each([
    ["web\n!web/app", "web/app/x.ts", true],
    ["web\n!web/app", "web/x.ts", false],
    ["*\n!web", "web/app/x.ts", true],
    ["*\n!web", "README.md", false],
    ["*\n!web\nweb/build", "web/build/a/b.js", false],
    ["**/node_modules", "web/node_modules/x/index.js", false],
    ["**/node_modules", "node_modules/x", false],
    ["**/node_modules", "web/node_modules.ts", true],
    ["**/*.test.ts", "web/app/tasks/a.test.ts", false],
    ["**/*.test.ts", "web/app/tasks/a.ts", true],
    ["*.md", "docs/a.md", true],
    ["/docs/", "docs/a.md", false],
    ["a?c", "abc", false],
    ["# web", "web", true],
  ])("%j and %s: %s", (text, path, admitted) => {
    expect(dockerIgnore(text)(path)).toBe(admitted);
  });

  it("admits a folder for the sake of what is named inside it", () => {
    const admits = dockerIgnore("*\n!pulumi/package.json");
    expect(admits("pulumi", true)).toBe(true);
    expect(admits("pulumi")).toBe(false);
    expect(admits("docs", true)).toBe(false);
  });
});

describe("the build context's hash", () => {
  let folder: string;
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "karlo-context-"));
    write(".dockerignore", "*\n!web\nweb/build\n");
    write("web/a.ts", "a");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("changes with a file, its name and nothing else", () => {
    const first = hashBuildContext(folder);
    write("README.md", "not in it");
    write("web/build/out.js", "nor this");
    utimesSync(join(folder, "web/a.ts"), 1, 1);
    expect(hashBuildContext(folder)).toBe(first);
    write("web/a.ts", "b");
    const second = hashBuildContext(folder);
    expect(second).not.toBe(first);
    write("web/c.ts", "");
    expect(hashBuildContext(folder)).not.toBe(second);
  });

  it("is a tag", () => {
    expect(hashFiles(folder)).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe("the image", () => {
  const files = listBuildContext("..");

  it("is built from what its build reads", () => {
    const needed = ["package.json", "package-lock.json", "web/package.json", "web/Dockerfile"];
    expect(files).toEqual(expect.arrayContaining(needed));
  });

  it("is built from nothing else: tests, builds, settings, secrets", () => {
    expect(
      files.filter((path) => /\.test\.|\.env|node_modules|Pulumi|^(docs|\.git)/.test(path)),
    ).toEqual([]);
  });

  it("has the same name in every checkout: nothing that git ignores is in it", () => {
    const { stdout } = spawnSync("git", ["check-ignore", "--stdin"], {
      cwd: resolve(__dirname, ".."),
      input: files.join("\n"),
      encoding: "utf8",
    });
    expect(stdout.trim()).toBe("");
  });
});
