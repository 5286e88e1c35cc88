import type { ModelChoice } from "#app/assistant/models.server";
import { inSpan } from "#app/platform/tracing/span";
import type { ClaimedRun } from "./run";

/**
 * Runs `work` in the span of a run. It belongs to the trace of the request that began the run,
 * also in a process that takes the run over.
 */
export function traceRun<T>(
  { model }: { model: Pick<ModelChoice, "provider" | "name"> },
  run: ClaimedRun,
  work: () => Promise<T>,
): Promise<T> {
  const attributes = {
    "gen_ai.operation.name": "invoke_agent",
    "gen_ai.provider.name": model.provider,
    "gen_ai.request.model": model.name,
    "gen_ai.agent.name": "karlo",
    "karlo.run.id": run.runId,
    "karlo.run.takeovers": run.takeovers,
    "karlo.language": run.language,
  };
  return inSpan("invoke_agent karlo", { attributes, parent: run.traceParent }, work);
}
