import type { AssistantEvent } from "#app/assistant/run-assistant.server";
import {
  firstTokenSeconds,
  modelTokens,
  runSeconds,
  runsActive,
  runsStarted,
} from "#app/platform/metrics";
import { recentAnswers } from "#app/platform/recent-outcomes";
import type { ClaimedRun, RunDeps } from "./run";
import type { RunOutcome } from "./run-outcome";

/** How a process's execution of a run ended, as the metrics label it. */
type ExecutionOutcome = RunOutcome["status"] | "handed_over";

/** Failures that say something of the message, and nothing of the assistant. */
const OF_MESSAGE = new Set(["message_too_complex", "model_refused"]);

/** Logs and measures one execution of a run; no content of it. */
export interface RunTelemetry {
  assistantEvent(event: AssistantEvent): void;
  toolCalled(tool: string): void;
  tokensUsed(inputTokens: number, outputTokens: number): void;
  /** Ends the execution; called exactly once. */
  end(outcome: ExecutionOutcome, code?: string): void;
}

/** Starts logging and measuring an execution of a run. */
export function startRunTelemetry({ log, model }: RunDeps, run: ClaimedRun): RunTelemetry {
  const { provider, name } = model;
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1_000;
  const tools: string[] = [];
  const tokens = { input: 0, output: 0 };
  let firstTokenSeen = false;
  const { takeovers } = run;
  if (takeovers === 0 && !run.resume) runsStarted.inc({ provider });
  runsActive.inc();
  log.info({ provider, model: name, takeovers, resumed: run.resume !== undefined }, "run started");
  return {
    assistantEvent({ type }) {
      if (firstTokenSeen || type !== "message.delta") return;
      firstTokenSeen = true;
      firstTokenSeconds.observe({ provider }, seconds());
    },
    toolCalled: (tool) => tools.push(tool),
    tokensUsed(input, output) {
      tokens.input += input;
      tokens.output += output;
      modelTokens.inc({ provider, model: name, direction: "input" }, input);
      modelTokens.inc({ provider, model: name, direction: "output" }, output);
    },
    end(outcome, code) {
      runsActive.dec();
      runSeconds.observe({ provider, outcome }, seconds());
      if (outcome === "completed" || outcome === "awaiting_approval") recentAnswers.record(true);
      if (outcome === "failed") recentAnswers.record(code !== undefined && OF_MESSAGE.has(code));
      const ms = Math.round(seconds() * 1_000);
      log.info({ provider, model: name, outcome, code, ms, tokens, tools }, "run ended");
    },
  };
}
