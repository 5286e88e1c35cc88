import {
  type AgentInputItem,
  type Model,
  Runner,
  RunState,
  type RunToolApprovalItem,
  type StreamedRunResult,
} from "@openai/agents";
import type { Logger } from "#app/platform/log";
import type { ToolContext } from "#app/tools/tool";
import { type AgentName, type Briefing, createAgents, type KarloAgent } from "./agents";
import { openTools, type ToolCall, type ToolOutcome } from "./tools.server";

/** A run ends after this many calls of the model. */
const MAX_TURNS = 16;

/** What happens while the assistant works. */
export type AssistantEvent =
  | { type: "agent.changed"; agent: AgentName }
  | { type: "message.delta"; text: string; agent: AgentName }
  | { type: "message.completed"; text: string; agent: AgentName }
  | ({ type: "tool.started" } & ToolCall)
  | ({ type: "tool.completed" } & ToolCall & ToolOutcome);

/** Where a run begins: a conversation that ends in the person's message, or a saved state. */
export type AssistantInput =
  | { history: AgentInputItem[] }
  | { state: string; approve: ReadonlySet<string> };

/** How a run ended. `interruptions` wait for the person; `state` takes the run up again. */
export interface AssistantResult {
  interruptions: ToolCall[];
  state: string | null;
  usage: { inputTokens: number; outputTokens: number };
}

interface AssistantOptions {
  model: Model;
  briefing: Briefing;
  context: ToolContext;
  input: AssistantInput;
  log: Logger;
  signal: AbortSignal;
  emit: (event: AssistantEvent) => void;
}

/**
 * Lets the agents work until they have answered, or until a call needs the person's approval.
 *
 * @throws whatever the model throws; what the tools did until then stays done
 */
export async function runAssistant(options: AssistantOptions): Promise<AssistantResult> {
  const { model, briefing, context, input, log, signal, emit } = options;
  const observer = {
    started: (call: ToolCall) => emit({ type: "tool.started", ...call }),
    completed: (call: ToolCall, outcome: ToolOutcome) =>
      emit({ type: "tool.completed", ...call, ...outcome }),
  };
  const { tools, close } = await openTools(context, observer, log);
  try {
    const orchestrator = createAgents(model, tools, briefing);
    const runner = new Runner({ tracingDisabled: true });
    const settings = { stream: true, maxTurns: MAX_TURNS, signal } as const;
    const from = "state" in input ? await resume(orchestrator, input) : input.history;
    const stream = await runner.run<KarloAgent, undefined>(orchestrator, from, settings);
    await relay(stream, emit);
    await stream.completed;
    const interruptions = stream.interruptions.map(toCall);
    return {
      interruptions,
      state: interruptions.length > 0 ? stream.state.toString() : null,
      usage: {
        inputTokens: stream.runContext.usage.inputTokens,
        outputTokens: stream.runContext.usage.outputTokens,
      },
    };
  } finally {
    await close();
  }
}

async function resume(agent: KarloAgent, input: { state: string; approve: ReadonlySet<string> }) {
  const state = await RunState.fromString<undefined, KarloAgent>(agent, input.state);
  for (const item of state.getInterruptions()) {
    if (input.approve.has(toCall(item).id)) state.approve(item);
    else state.reject(item);
  }
  return state;
}

async function relay(
  stream: StreamedRunResult<undefined, KarloAgent>,
  emit: AssistantOptions["emit"],
): Promise<void> {
  let agent = (stream.currentAgent?.name ?? "orchestrator") as AgentName;
  emit({ type: "agent.changed", agent });
  for await (const event of stream) {
    if (event.type === "agent_updated_stream_event") {
      if (event.agent.name === agent) continue;
      agent = event.agent.name as AgentName;
      emit({ type: "agent.changed", agent });
    } else if (event.type === "raw_model_stream_event") {
      if (event.data.type !== "output_text_delta") continue;
      emit({ type: "message.delta", text: event.data.delta, agent });
    } else if (
      event.name === "message_output_created" &&
      event.item.type === "message_output_item"
    ) {
      const text = event.item.content;
      if (text) emit({ type: "message.completed", text, agent });
    }
  }
}

function toCall(item: RunToolApprovalItem): ToolCall {
  const raw = item.rawItem as { callId?: string; name: string; arguments?: string };
  return {
    id: raw.callId ?? "",
    name: raw.name,
    arguments: JSON.parse(raw.arguments || "{}") as Record<string, unknown>,
  };
}
