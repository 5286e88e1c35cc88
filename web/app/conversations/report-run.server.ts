import type { AssistantEvent } from "#app/assistant/run-assistant.server";
import {
  firstTokenSeconds,
  modelTokens,
  runSeconds,
  runsActive,
  runsStarted,
} from "#app/platform/metrics";
import type { Ending } from "./finish-run.server";
import type { ClaimedRun, RunRooms } from "./run";

/** How a process's work on a run ended. */
type Outcome = Ending["status"] | "handed_over";

/** Tells log and metrics of a process's work on a run: how long, how much, and no word of it. */
export interface RunReport {
  /** An agent says something. */
  said(event: AssistantEvent): void;
  /** A tool is called. */
  called(tool: string): void;
  /** The model has read and written so many tokens. */
  used(inputTokens: number, outputTokens: number): void;
  ended(outcome: Outcome, code?: string): void;
}

/** Begins a report, which ends once. */
export function reportRun({ log, model }: RunRooms, run: ClaimedRun): RunReport {
  const { provider, name } = model;
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  const tools: string[] = [];
  const tokens = { input: 0, output: 0 };
  let silent = true;
  const { takeovers } = run;
  if (takeovers === 0 && !run.resume) runsStarted.inc({ provider });
  runsActive.inc();
  log.info({ provider, model: name, takeovers, resumed: run.resume !== undefined }, "run started");
  return {
    said({ type }) {
      if (!silent || type !== "message.delta") return;
      silent = false;
      firstTokenSeconds.observe({ provider }, seconds());
    },
    called: (tool) => tools.push(tool),
    used(input, output) {
      tokens.input += input;
      tokens.output += output;
      modelTokens.inc({ provider, model: name, direction: "input" }, input);
      modelTokens.inc({ provider, model: name, direction: "output" }, output);
    },
    ended(outcome, code) {
      runsActive.dec();
      runSeconds.observe({ provider, outcome }, seconds());
      const ms = Math.round(seconds() * 1_000);
      log.info({ provider, model: name, outcome, code, ms, tokens, tools }, "run ended");
    },
  };
}
