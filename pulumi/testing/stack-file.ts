import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";

/** The configuration of a stack file, by keys without `karlo:`. */
type StackFile = Record<string, unknown>;

/** Reads the configuration of a stack file. */
export function readStackFile(sources: string, stack: string): StackFile {
  const { config } = parse(readFileSync(stackFile(sources, stack), "utf8")) as {
    config: StackFile;
  };
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key.replace(/^karlo:/, ""), value]),
  );
}

/** Sets keys in a stack file, and removes those that are null. */
export function changeStackFile(sources: string, stack: string, change: StackFile): void {
  const file = stackFile(sources, stack);
  const content = parse(readFileSync(file, "utf8")) as { config: StackFile };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete content.config[`karlo:${key}`];
    else content.config[`karlo:${key}`] = value;
  }
  writeFileSync(file, stringify(content));
}

const stackFile = (sources: string, stack: string) => join(sources, `Pulumi.${stack}.yaml`);
