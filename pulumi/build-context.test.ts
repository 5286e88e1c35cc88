import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashBuildContext, hashFiles, listBuildContext, parseDockerIgnore } from "./build-context";

describe("parseDockerIgnore", () => {
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
    ["a?c", "a/c", true],
    ["# web", "web", true],
    ["web/**", "web/a/b.ts", false],
    ["web/**/*.ts", "web/a.ts", false],
    ["web/**/*.ts", "web/a/b/c.ts", false],
    ["web/**/*.ts", "web/a/b/c.js", true],
    ["web/*", "web/a/b.ts", false],
    ["*/a.ts", "web/a.ts", false],
    ["*/a.ts", "web/app/a.ts", true],
    ["  web  ", "web/a.ts", false],
    ["./web", "web/a.ts", false],
    ["web/../docs", "docs/a.md", false],
    ["a.ts", "aXts", true],
    ["[ab].ts", "b.ts", false],
    ["Web", "web/a.ts", true],
    ["! web\n", "web/a.ts", true],
    ["web\r\n!web/a.ts\r\n", "web/a.ts", true],
    ["**", "web/a.ts", false],
    ["**\n!**/*.ts", "web/a.ts", true],
  ])("%j and %s: %s", (text, path, expected) => {
    expect(parseDockerIgnore(text).includes(path)).toBe(expected);
  });

  it.each([
    ["*\n!pulumi/package.json", "pulumi", true],
    ["*\n!pulumi/package.json", "docs", false],
    ["*\n!pulumi/a/b.json", "pulumi/a", true],
    ["*\n!pulumi/a/b.json", "pulumi/b", false],
    ["*\n!/web/app/", "web", true],
    ["*\n!./web/app", "web", true],
    ["*\n!**/keep.ts", "web/app", true],
    ["*\n!web/**/keep.ts", "web/app/tasks", true],
    ["*\n!web/**/keep.ts", "docs", false],
    ["*\n!we?/keep.ts", "web", true],
    ["*\n!web", "webs", false],
    ["docs", "web", true],
  ])("%j descends into %s: %s", (text, folder, expected) => {
    expect(parseDockerIgnore(text).descends(folder)).toBe(expected);
  });
});

describe("hashBuildContext", () => {
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

  it("changes with the name and content of a file, and nothing else", () => {
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

  it.skipIf(process.platform === "win32")("changes with the target of a link", () => {
    symlinkSync("a.ts", join(folder, "web/link"));
    const first = hashBuildContext(folder);
    rmSync(join(folder, "web/link"));
    symlinkSync("b.ts", join(folder, "web/link"));
    expect(hashBuildContext(folder)).not.toBe(first);
  });

  it("finds every included file, also below excluded folders", () => {
    const files = ["a.ts", "web/app/a.ts", "web/app/x/b.ts", "web/build/c.js", "docs/d.md"];
    for (const file of files) write(file, file);
    for (const text of [
      "*\n!web/app/x/b.ts",
      "**\n!**/*.ts",
      "web\n!web/*/x",
      "*\n!web/**/c.js\n!docs",
      "web/app\n!web/app/?/b.ts\n*.ts",
    ]) {
      write(".dockerignore", text);
      const { includes } = parseDockerIgnore(text);
      const expected = files.filter(includes);
      expect(
        listBuildContext(folder)
          .filter((path) => files.includes(path))
          .sort(),
        text,
      ).toEqual(expected.sort());
    }
  });

  it("is a valid image tag", () => {
    expect(hashFiles(folder)).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe("the build context of the image", () => {
  const files = listBuildContext("..");

  it("has the files that the build reads", () => {
    const needed = ["package.json", "package-lock.json", "web/package.json", "web/Dockerfile"];
    // npm compares the lockfile with the manifest of every workspace.
    const { workspaces } = JSON.parse(readFileSync(resolve(__dirname, "../package.json"), "utf8"));
    const manifests = workspaces.map((name: string) => `${name}/package.json`);
    expect(files).toEqual(expect.arrayContaining([...needed, ...manifests]));
  });

  it("has no tests, build output, settings or secrets", () => {
    expect(
      files.filter((path) => /\.test\.|\.env|node_modules|Pulumi|^(docs|\.git)/.test(path)),
    ).toEqual([]);
  });

  it("has no file that git ignores, so that every checkout gives the same tag", () => {
    const { stdout } = spawnSync("git", ["check-ignore", "--stdin"], {
      cwd: resolve(__dirname, ".."),
      input: files.join("\n"),
      encoding: "utf8",
    });
    expect(stdout.trim()).toBe("");
  });
});
