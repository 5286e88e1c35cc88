import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lastLine, run } from "./programs.ts";
import { Failure, Refusal } from "./refusal.ts";
import type { Stack } from "./stack.ts";

/**
 * Makes sure that a stack is there to deploy: that Pulumi knows where to keep its state, that there
 * is a passphrase for its secrets, and the stack itself.
 *
 * @param say told what was made
 */
export async function prepareStack(stack: Stack, say: (sentence: string) => void): Promise<void> {
  const backend = await whereStateIs();
  if (!backend.startsWith("http")) givePassphrase(stack, say);
  const stacks = await run("pulumi", ["stack", "ls", "--json", "--non-interactive"]);
  const names = stacks.ok ? (JSON.parse(stacks.output) as { name: string }[]) : [];
  if (names.some(({ name }) => name === stack.name || name.endsWith(`/${stack.name}`))) return;
  const made = await stack.quietly(["stack", "init", "--no-select"]);
  if (!made.ok) throw new Failure(`pulumi stack init failed: ${lastLine(made.error)}`);
  say(`made the stack ${stack.name} in ${backend}.`);
}

async function whereStateIs(): Promise<string> {
  const { ok, output } = await run("pulumi", ["whoami", "--json", "--non-interactive"]);
  if (ok) return (JSON.parse(output) as { url: string }).url;
  throw new Refusal(
    "Pulumi does not know where to keep its state: `pulumi login --local` for a folder of yours, `pulumi login` for its service.",
  );
}

/** A passphrase of our own making for a stack that has no secrets yet, readable by its owner alone. */
function givePassphrase(stack: Stack, say: (sentence: string) => void): void {
  const { PULUMI_CONFIG_PASSPHRASE, PULUMI_CONFIG_PASSPHRASE_FILE } = process.env;
  if (PULUMI_CONFIG_PASSPHRASE !== undefined || PULUMI_CONFIG_PASSPHRASE_FILE) return;
  if (existsSync(stack.passphraseFile) || hasOtherProvider(stack)) return;
  if (stack.hasSalt())
    throw new Refusal(
      `The secrets in ${path.basename(stack.file)} have a passphrase: set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE.`,
    );
  mkdirSync(path.dirname(stack.passphraseFile), { recursive: true, mode: 0o700 });
  writeFileSync(stack.passphraseFile, randomBytes(32).toString("base64url"), { mode: 0o600 });
  const shown = path.relative(process.cwd(), stack.passphraseFile);
  say(`made a passphrase for its secrets in ${shown}: keep a copy of that file.`);
  say(`for pulumi by itself: export PULUMI_CONFIG_PASSPHRASE_FILE=${shown}`);
}

function hasOtherProvider({ file }: Stack): boolean {
  if (!existsSync(file)) return false;
  return /^secretsprovider: (?!passphrase)/m.test(readFileSync(file, "utf8"));
}
