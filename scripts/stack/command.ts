import { parseArgs } from "node:util";
import { Failure, Refusal } from "./command-errors.ts";

/*
 * Shared by the commands. Exit codes: 0 success; 1 started and failed; 2 refused, nothing was changed;
 * 130 interrupted.
 */

/** The parsed arguments of a command. */
export interface CommandArgs {
  stack: string;
  /** Empty for a command that takes no file. */
  file: string;
  yes: boolean;
}

/** The arguments that a command takes. */
interface CommandSpec {
  /** For the message about wrong arguments, such as `npm run up [STACK] [-- --yes]`. */
  usage: string;
  file?: boolean;
  yes?: boolean;
}

/** Parses the arguments and runs a command; prints an error as one sentence and sets the exit code. */
export async function runCommand(
  spec: CommandSpec,
  run: (args: CommandArgs) => Promise<void>,
): Promise<void> {
  try {
    await run(parse(spec));
  } catch (error) {
    const { message, stack } = error as Error;
    const expected = error instanceof Refusal || error instanceof Failure;
    console.error(`karlo: ${expected ? message : stack}`);
    process.exitCode = error instanceof Refusal ? 2 : 1;
  } finally {
    process.disconnect?.();
  }
}

/** Prints a line about the progress to standard error. */
export function logProgress(sentence: string): void {
  console.error(`karlo: ${sentence}`);
}

function parse({ usage, file, yes }: CommandSpec): CommandArgs {
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
