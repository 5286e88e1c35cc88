import { existsSync, utimesSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeClone } from "./testing/fake-clone.ts";

const RUN = ["workspace=@karlo/local"];
const BUILD = ["workspace=@karlo/local", "workspace=@karlo/web"];
const EVERYTHING = [
  "include-workspace-root",
  "workspace=@karlo/local",
  "workspace=@karlo/pulumi",
  "workspace=@karlo/web",
];
const TEST = ["run", "web", "deploy", "tools"];
const strip = (calls: string[][]) =>
  calls.map(([command, ...args]) => [
    command,
    ...args.filter((arg) => /^--(workspace=|include-workspace-root|no-save)/.test(arg)),
  ]);

let clone: FakeClone;
beforeEach(() => {
  clone = new FakeClone();
});
afterEach(() => clone.remove());

describe("npm", () => {
  it("takes what the lockfile names, whatever NODE_ENV and settings leave out, and runs no script", async () => {
    const { code, calls } = await clone.need(["run"]);
    expect(code).toBe(0);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toEqual(
      expect.arrayContaining([
        "ci",
        "--include=dev",
        "--include=optional",
        "--engine-strict=false",
        "--ignore-scripts",
      ]),
    );
  });

  it.each(["ENOSPC", "EROFS", "EACCES", "EDQUOT", "ENOTDIR"])(
    "takes a cache in the clone where its own ends with %s",
    async (reason) => {
      const answers = [{ code: 1, says: `npm error code ${reason}` }];
      const { code, calls } = await clone.need(["run"], answers);
      expect(code).toBe(0);
      const cache = path.join(clone.folder, ".karlo/npm-cache");
      expect(calls[0]).not.toContain(`--cache=${cache}`);
      expect(calls[1]).toContain(`--cache=${cache}`);
      expect(existsSync(cache)).toBe(false);
    },
  );

  it.each([
    [["ENOTFOUND"], /\(npm error code ENOTFOUND\)\. Check the network/],
    [["ENOSPC", "ENOSPC"], /The disk is full/],
  ])("says in one sentence what is wrong: %s", async (reasons, sentence) => {
    const answers = reasons.map((reason) => ({ code: 1, says: `npm error code ${reason}` }));
    const { code, said, calls } = await clone.need(["run"], answers);
    expect(code).toBe(1);
    expect(calls).toHaveLength(reasons.length);
    expect(said).toMatch(sentence);
  });
});

describe("npm start", () => {
  it("keeps what runs, and what builds only for the build", async () => {
    const { code, calls } = await clone.start();
    expect(code).toBe(0);
    expect(strip(calls)).toEqual([
      ["ci", ...BUILD.map((name) => `--${name}`)],
      ["ci", ...RUN.map((name) => `--${name}`)],
    ]);
    expect(clone.installed).toEqual(RUN);
    expect(existsSync(path.join(clone.folder, ".karlo/installing"))).toBe(false);
  });

  it("installs nothing the next time, and builds again when the sources changed", async () => {
    await clone.start();
    expect((await clone.start()).calls).toEqual([]);
    clone.remove("built");
    const again = await clone.start();
    expect(strip(again.calls).map(([command]) => command)).toEqual(["install", "ci"]);
    expect(clone.installed).toEqual(RUN);
  });

  it("takes nothing from other commands, before or after them", async () => {
    await clone.start();
    const test = await clone.need(TEST);
    // What is there is added to.
    expect(strip(test.calls)[0]?.slice(0, 2)).toEqual(["install", "--no-save"]);
    expect(clone.installed).toEqual(EVERYTHING);
    clone.remove("built");
    expect((await clone.start()).calls).toEqual([]);
    expect((await clone.need(TEST)).calls).toEqual([]);
    expect(clone.installed).toEqual(EVERYTHING);
  });

  it("takes nothing from other commands when the lockfile changes", async () => {
    await clone.need(TEST);
    clone.write("package-lock.json", '{"changed":true}');
    expect(strip((await clone.start()).calls)[0]?.[0]).toBe("ci");
    expect(clone.installed).toEqual(EVERYTHING);
  });

  it.each([
    ["npm itself, with no other command", []],
    ["npm itself, later", ["run"]],
  ])("takes nothing from %s", async (_whose, before) => {
    if (before.length > 0) await clone.need(before);
    clone.write("node_modules/.package-lock.json", "{}");
    const later = new Date(Date.now() + 5_000);
    utimesSync(path.join(clone.folder, "node_modules/.package-lock.json"), later, later);
    await clone.start();
    const { calls } = await clone.need(TEST);
    expect(calls).toEqual([]);
  });

  it("takes nothing from an earlier Karlo, which named its groups otherwise", async () => {
    clone.write("node_modules/.karlo-installed", "another lockfile\n@karlo/web\n@karlo/pulumi");
    await clone.start();
    expect(clone.installed).toEqual(EVERYTHING);
  });

  it("keeps what built it where the rest cannot be exchanged, and tries the next time", async () => {
    const answers = [{ code: 0 }, { code: 1, says: "npm error code ENOTCACHED" }];
    expect((await clone.start(answers)).code).toBe(0);
    expect(clone.installed).toEqual(BUILD);
    expect((await clone.start()).code).toBe(0);
    expect(clone.installed).toEqual(RUN);
  });

  it("fails with the build, and forgets nothing about it", async () => {
    clone.write("broken", "");
    expect((await clone.start()).code).toBe(1);
    expect(clone.installed).toEqual(BUILD);
    clone.remove("broken");
    expect((await clone.start()).code).toBe(0);
    expect(clone.installed).toEqual(RUN);
  });
});
