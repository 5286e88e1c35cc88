import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { must } from "./commands";

const root = resolve(__dirname, "../..");

/** A copy of the sources as they are, committed or not, that a test may change. */
export async function copySources(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "karlo-deploy-"));
  const listed = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  for (const file of (await must("git", listed, { cwd: root })).split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  return folder;
}
