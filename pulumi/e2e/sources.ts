import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { runOrThrow } from "./commands";

const root = resolve(__dirname, "../..");

/** Copies the working tree, with uncommitted files, to a temporary folder that a test may change. */
export async function copySources(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "karlo-deploy-"));
  const listed = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  for (const file of (await runOrThrow("git", listed, { cwd: root })).split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  return folder;
}
