import { createInterface } from "node:readline/promises";
import { Refusal } from "./refusal.ts";

/** @throws Refusal when there will be a question and nobody to answer it */
export function askable(yes: boolean, again: string): void {
  if (!yes && !process.stdin.isTTY) throw new Refusal(`Nobody is there to ask: ${again}`);
}

/**
 * Asks whether to go on; nobody is asked who has said yes before.
 *
 * @param again how to say yes without being asked
 * @throws Refusal when the answer is no, or nobody is there to give one
 */
export async function goOn(question: string, yes: boolean, again: string): Promise<void> {
  if (yes) return;
  askable(yes, again);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`karlo: ${question} (yes or no) `);
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new Refusal("Nothing was changed.");
}
