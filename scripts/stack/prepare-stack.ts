import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure, Refusal } from "./command-errors.ts";
import { lastLine, run } from "./programs.ts";
import type { Stack } from "./stack.ts";

/**
 * Ensures that Pulumi has a backend, that there is a passphrase for the stack's secrets, and that the
 * stack exists.
 *
 * @param log receives a line for each thing that was created
 * @throws Refusal when Pulumi has no backend, or the passphrase is not known
 */
export async function prepareStack(stack: Stack, log: (sentence: string) => void): Promise<void> {
  const backend = await readBackendUrl();
  if (!backend.startsWith("http")) ensurePassphrase(stack, log);
  const stacks = await run("pulumi", ["stack", "ls", "--json", "--non-shownPath"]);
  const names = stacks.ok ? (JSON.parse(stacks.output) as { name: string }[]) : [];
  if (names.some(({ name }) => name === stack.name || name.endsWith(`/${stack.name}`))) return;
  const created = await stack.tryRun(["stack", "init", "--no-select"]);
  if (!created.ok) throw new Failure(`pulumi stack init failed: ${lastLine(created.error)}`);
  log(`made the stack ${stack.name} in ${backend}.`);
}

async function readBackendUrl(): Promise<string> {
  const { ok, output } = await run("pulumi", ["whoami", "--json", "--non-shownPath"]);
  if (ok) return (JSON.parse(output) as { url: string }).url;
  throw new Refusal(
    "Pulumi does not know where to keep its state: `pulumi login --local` for a folder of yours, `pulumi login` for its service.",
  );
}

/** Generates a passphrase for a stack that has no secrets yet, in a file that only its owner can read. */
function ensurePassphrase(stack: Stack, log: (sentence: string) => void): void {
  const { PULUMI_CONFIG_PASSPHRASE, PULUMI_CONFIG_PASSPHRASE_FILE } = process.env;
  if (PULUMI_CONFIG_PASSPHRASE !== undefined || PULUMI_CONFIG_PASSPHRASE_FILE) return;
  if (existsSync(stack.passphraseFile) || hasOtherProvider(stack)) return;
  if (stack.hasSalt())
    throw new Refusal(
      `The secrets in ${path.basename(stack.file)} have a passphrase: set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE.`,
    );
  mkdirSync(path.dirname(stack.passphraseFile), { recursive: true, mode: 0o700 });
  writeFileSync(stack.passphraseFile, randomBytes(32).toString("base64url"), { mode: 0o600 });
  const shownPath = path.relative(process.cwd(), stack.passphraseFile);
  log(`made a passphrase for its secrets in ${shownPath}: keep a copy of that file.`);
  log(`for pulumi by itself: export PULUMI_CONFIG_PASSPHRASE_FILE=${shownPath}`);
}

function hasOtherProvider({ file }: Stack): boolean {
  if (!existsSync(file)) return false;
  return /^secretsprovider: (?!passphrase)/m.test(readFileSync(file, "utf8"));
}
