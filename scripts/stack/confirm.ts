import { createInterface } from "node:readline/promises";
import { Refusal } from "./command-errors.ts";

/**
 * Checks that a question can be answered: by `--yes`, or on a terminal.
 *
 * @param again the command with `--yes`, for the message
 * @throws Refusal when it cannot
 */
export function requireConfirmation(yes: boolean, again: string): void {
  if (!yes && !process.stdin.isTTY) throw new Refusal(`Nobody is there to ask: ${again}`);
}

/**
 * Asks for confirmation on the terminal, unless `yes` is set.
 *
 * @param again the command with `--yes`, for the message
 * @throws Refusal when the answer is no, or there is no terminal
 */
export async function confirm(question: string, yes: boolean, again: string): Promise<void> {
  if (yes) return;
  requireConfirmation(yes, again);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`karlo: ${question} (yes or no) `);
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new Refusal("Nothing was changed.");
}
