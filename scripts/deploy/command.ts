import { parseArgs } from "node:util";
import { Failure, Refusal } from "./refusal.ts";

/*
 * What the commands share. Exit codes: 0 done; 1 begun and failed; 2 refused, and nothing was changed;
 * 130 interrupted.
 */

/** What a command was asked for. */
export interface Asked {
  stack: string;
  /** A file, where the command takes one. */
  file: string;
  yes: boolean;
}

interface Takes {
  /** How it is used, such as `npm run up [STACK] [-- --yes]`. */
  usage: string;
  file?: boolean;
  yes?: boolean;
}

/** Runs a command to its end: says what went wrong in one sentence, and sets the exit code. */
export async function command(takes: Takes, run: (asked: Asked) => Promise<void>): Promise<void> {
  try {
    await run(read(takes));
  } catch (error) {
    const { message, stack } = error as Error;
    const known = error instanceof Refusal || error instanceof Failure;
    console.error(`karlo: ${known ? message : stack}`);
    process.exitCode = error instanceof Refusal ? 2 : 1;
  } finally {
    process.disconnect?.();
  }
}

/** Says what is being done now. */
export function say(sentence: string): void {
  console.error(`karlo: ${sentence}`);
}

function read({ usage, file, yes }: Takes): Asked {
  const refusal = new Refusal(`It takes: ${usage}`);
  let parsed: { values: { yes?: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: yes ? { yes: { type: "boolean", short: "y" } } : {},
    });
  } catch {
    throw refusal;
  }
  const names = [...parsed.positionals];
  const named = file ? names.shift() : "";
  const [stack = "dev", ...rest] = names;
  if (named === undefined || rest.length > 0 || !/^[\w./-]+$/.test(stack) || stack.startsWith("-"))
    throw refusal;
  return { stack, file: named, yes: parsed.values.yes ?? false };
}
