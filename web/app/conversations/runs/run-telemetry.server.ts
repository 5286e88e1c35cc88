import type { AnswerData } from "#app/assistant/answer-data";
import type { AssistantEvent } from "#app/assistant/run-assistant.server";
import {
  firstTokenSeconds,
  messages,
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

/** Whether a message was understood at once, as the metrics label it. */
type Reading = "understood" | NonNullable<AnswerData["reading"]>;

/** What the answer of a model says of that which does not say it itself: a question is one. */
const readingOf = (answer: string): Reading => (/[?؟]\s*$/.test(answer) ? "asked" : "understood");

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
  const { language } = run;
  const { provider, name } = model;
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1_000;
  const tools: string[] = [];
  const tokens = { input: 0, output: 0 };
  let firstTokenSeen = false;
  let reading: Reading = "understood";
  const { takeovers } = run;
  if (takeovers === 0 && !run.resume) runsStarted.inc({ provider });
  runsActive.inc();
  log.info({ provider, model: name, takeovers, resumed: run.resume !== undefined }, "run started");
  return {
    assistantEvent(event) {
      if (event.type === "message.completed") reading = event.reading ?? readingOf(event.text);
      if (firstTokenSeen || event.type !== "message.delta") return;
      firstTokenSeen = true;
      firstTokenSeconds.observe({ provider, language }, seconds());
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
      runSeconds.observe({ provider, language, outcome }, seconds());
      if (outcome === "completed") messages.inc({ provider, language, reading });
      if (code === "message_too_complex") messages.inc({ provider, language, reading: "unknown" });
      if (outcome === "completed" || outcome === "awaiting_approval") recentAnswers.record(true);
      if (outcome === "failed") recentAnswers.record(code !== undefined && OF_MESSAGE.has(code));
      const ms = Math.round(seconds() * 1_000);
      log.info({ provider, model: name, outcome, code, ms, tokens, tools }, "run ended");
    },
  };
}
