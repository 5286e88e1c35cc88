import { expect, it } from "vitest";
import { deliver } from "./image-delivery";

const node = process.execPath;

it("runs a load command without a shell", async () => {
  const check = "process.exit(process.argv[1] === 'a $HOME; b' ? 0 : 1)";
  await expect(deliver([node, "-e", check, "a $HOME; b"])).resolves.toBeUndefined();
});

it("reports the last lines of a command that fails", async () => {
  const fail = "console.error('one\\ntwo\\nno such image'); process.exit(1)";
  await expect(deliver([node, "-e", fail])).rejects.toThrow(/failed: one\ntwo\nno such image/);
});

it("reports a command that does not exist", async () => {
  await expect(deliver(["no-such-loader", "karlo:1"])).rejects.toThrow(/no-such-loader.*ENOENT/);
});
