import {
  type AgentInputItem,
  type Model,
  Runner,
  RunState,
  type RunToolApprovalItem,
  type StreamedRunResult,
} from "@openai/agents";
import { AppError } from "#app/platform/errors";
import type { Logger } from "#app/platform/log";
import type { ToolContext } from "#app/tools/tool";
import { type AgentName, type Briefing, createAgents, type KarloAgent } from "./agents";
import { AttachedModel, type ReadFiles } from "./attached-model";
import { HistoryModel } from "./history-model";
import { readFailure } from "./providers/model-failure";
import { type ModelMemory, RememberingModel } from "./remembering-model";
import { openTools, type ToolCall, type ToolJournal } from "./tools.server";

/** A run ends after this many calls of the model. */
const MAX_TURNS = 16;

/** What the agents say while they work; what their tools do goes to the journal. */
export type AssistantEvent =
  | { type: "agent.changed"; agent: AgentName }
  | { type: "message.delta"; text: string; agent: AgentName }
  | { type: "message.completed"; text: string; agent: AgentName };

/** Where a run begins: a conversation that ends in the person's message, or a saved state. */
export type AssistantInput =
  | { history: AgentInputItem[] }
  | { state: string; approve: ReadonlySet<string> };

/** How a run ended. `interruptions` wait for the person; `state` takes the run up again. */
export interface AssistantResult {
  interruptions: ToolCall[];
  state: string | null;
}

/** Where a run's work is kept, so that another process can go on with it. */
export interface RunMemory extends ModelMemory, ToolJournal {}

interface AssistantOptions {
  model: Model;
  briefing: Briefing;
  context: ToolContext;
  input: AssistantInput;
  memory: RunMemory;
  /** How to read what messages carry; without it the model is told only that it is there. */
  files: { read: ReadFiles; images: boolean } | null;
  log: Logger;
  signal: AbortSignal;
  /** How long the answer may take. */
  runMs: number;
  emit: (event: AssistantEvent) => void;
}

/**
 * Lets the agents work until they have answered, or until a call needs the person's approval.
 *
 * @throws AppError of `readFailure`, or `model_slow`; what the tools did until then stays done
 */
export async function runAssistant(options: AssistantOptions): Promise<AssistantResult> {
  const { briefing, context, input, memory, log, files } = options;
  const { earlier, begin } = beginning(input);
  const asked = files ? new AttachedModel(options.model, files) : options.model;
  const model = new RememberingModel(new HistoryModel(asked, earlier), memory);
  const { tools, close } = await openTools(context, memory, log);
  const late = AbortSignal.timeout(options.runMs);
  const signal = AbortSignal.any([options.signal, late]);
  try {
    const orchestrator = createAgents(model, tools, briefing);
    const runner = new Runner({ tracingDisabled: true });
    const settings = { stream: true, maxTurns: MAX_TURNS, signal } as const;
    const from = await begin(orchestrator);
    const stream = await runner.run<KarloAgent, undefined>(orchestrator, from, settings);
    await relay(stream, options.emit);
    await stream.completed;
    if (late.aborted) throw new AppError("model_slow", 504);
    const interruptions = stream.interruptions.map(toCall);
    return {
      interruptions,
      state: interruptions.length > 0 ? save(stream.state, earlier) : null,
    };
  } catch (error) {
    if (options.signal.aborted) throw error;
    throw late.aborted ? new AppError("model_slow", 504) : readFailure(error).error;
  } finally {
    await close();
  }
}

type State = RunState<undefined, KarloAgent>;

/** What was said before the message that is answered, and what the agents begin with. */
interface Beginning {
  earlier: AgentInputItem[];
  begin(agent: KarloAgent): Promise<State> | AgentInputItem[];
}

function beginning(input: AssistantInput): Beginning {
  if ("history" in input) {
    const { history } = input;
    return { earlier: history.slice(0, -1), begin: () => history.slice(-1) };
  }
  const { originalInput, ...rest } = JSON.parse(input.state) as SavedRun;
  const saved = JSON.stringify({ ...rest, originalInput: originalInput.slice(-1) });
  const begin = (agent: KarloAgent) => resume(agent, saved, input.approve);
  return { earlier: originalInput.slice(0, -1), begin };
}

/** Of the SDK's state of a run. */
interface SavedRun {
  originalInput: AgentInputItem[];
}

/** The SDK's state of a run that waits, as if it had known what was said before the message. */
function save(state: State, earlier: AgentInputItem[]): string {
  const { originalInput, ...rest } = state.toJSON();
  return JSON.stringify({
    ...rest,
    originalInput: earlier.concat(originalInput as SavedRun["originalInput"]),
  });
}

async function resume(agent: KarloAgent, saved: string, approve: ReadonlySet<string>) {
  const state = await RunState.fromString<undefined, KarloAgent>(agent, saved);
  for (const item of state.getInterruptions()) {
    if (approve.has(toCall(item).id)) state.approve(item);
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
