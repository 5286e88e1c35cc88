import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parse, stringify } from "yaml";
import { must } from "./commands";
import type { Change } from "./stack";

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

/** The configuration of a stack's file, without the secrets that Pulumi keeps there. */
export function readStackFile(sources: string, stack: string): Change {
  const { config } = parse(readFileSync(stackFile(sources, stack), "utf8")) as { config: Change };
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key.replace(/^karlo:/, ""), value]),
  );
}

/** Writes keys into a stack's file; all else in it stays. */
export function changeStackFile(sources: string, stack: string, change: Change): void {
  const file = stackFile(sources, stack);
  const content = parse(readFileSync(file, "utf8")) as { config: Change };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete content.config[`karlo:${key}`];
    else content.config[`karlo:${key}`] = value;
  }
  writeFileSync(file, stringify(content));
}

const stackFile = (sources: string, stack: string) => join(sources, `Pulumi.${stack}.yaml`);
