import {
  type AgentInputItem,
  type Model,
  Runner,
  RunState,
  type RunToolApprovalItem,
  type StreamedRunResult,
} from "@openai/agents";
import { z } from "zod";
import { AppError } from "#app/platform/errors";
import type { Logger } from "#app/platform/log";
import type { ToolContext } from "#app/tools/tool";
import { type AgentName, createAgents, type KarloAgent, type PromptContext } from "./agents";
import { type AnswerData, answerDataOf } from "./answer-data";
import { AttachmentModel, type ReadFiles } from "./attachment-model";
import { HistoryModel } from "./history-model";
import { classifyFailure } from "./providers/model-failure";
import { ReplayModel, type ResponseJournal } from "./replay-model";
import { openTools, type ToolCall, type ToolJournal } from "./tools.server";

/** Most model requests of a run. */
const MAX_TURNS = 16;

/** Events of the agents; those of their tools go to the journal. */
export type AssistantEvent =
  | { type: "agent.changed"; agent: AgentName }
  | { type: "message.delta"; text: string; agent: AgentName }
  | ({ type: "message.completed"; text: string; agent: AgentName } & Pick<
      AnswerData,
      "shown" | "choices" | "reading"
    >);

/** Input of a run: a history that ends in the person's message, or the saved state of a paused run. */
export type AssistantInput =
  | { history: AgentInputItem[] }
  | { state: string; approve: ReadonlySet<string> };

/** Result of a run. When `interruptions` need approval, `state` resumes the run. */
export interface AssistantResult {
  interruptions: ToolCall[];
  state: string | null;
}

/** The record of a run's work, from which another process can resume it. */
export interface RunCheckpoint extends ResponseJournal, ToolJournal {}

interface AssistantOptions {
  model: Model;
  promptContext: PromptContext;
  context: ToolContext;
  input: AssistantInput;
  memory: RunCheckpoint;
  /** How to read attachments; null for a model that is only told their names. */
  files: { read: ReadFiles; images: boolean } | null;
  log: Logger;
  signal: AbortSignal;
  /** Timeout of the answer, in milliseconds. */
  runMs: number;
  emit: (event: AssistantEvent) => void;
}

/**
 * Runs the agents until they have answered, or until a call needs the person's approval.
 *
 * @throws AppError of `classifyFailure`, or `model_slow`; effects of the tools until then remain
 */
export async function runAssistant(options: AssistantOptions): Promise<AssistantResult> {
  const { promptContext, context, input, memory, log, files } = options;
  const { history, start } = prepareInput(input);
  const base = files ? new AttachmentModel(options.model, files) : options.model;
  const model = new ReplayModel(new HistoryModel(base, history), memory);
  const { tools, close } = await openTools(context, memory, log);
  const deadline = AbortSignal.timeout(options.runMs);
  const signal = AbortSignal.any([options.signal, deadline]);
  try {
    const orchestrator = createAgents(model, tools, promptContext);
    const runner = new Runner({ tracingDisabled: true });
    const settings = { stream: true, maxTurns: MAX_TURNS, signal } as const;
    const initial = await start(orchestrator);
    const stream = await runner.run<KarloAgent, undefined>(orchestrator, initial, settings);
    await forwardEvents(stream, options.emit);
    await stream.completed;
    if (deadline.aborted) throw new AppError("model_slow", 504);
    const interruptions = stream.interruptions.map(toCall);
    return {
      interruptions,
      state: interruptions.length > 0 ? serialize(stream.state, history) : null,
    };
  } catch (error) {
    if (options.signal.aborted) throw error;
    throw deadline.aborted ? new AppError("model_slow", 504) : classifyFailure(error).error;
  } finally {
    await close();
  }
}

type State = RunState<undefined, KarloAgent>;

/** The input of the agents, apart from the history that {@link HistoryModel} adds. */
interface PreparedInput {
  /** The messages before the one that is answered. */
  history: AgentInputItem[];
  /** What the runner starts with: the message that is answered, or the resumed state. */
  start(agent: KarloAgent): Promise<State> | AgentInputItem[];
}

function prepareInput(input: AssistantInput): PreparedInput {
  if ("history" in input) {
    const { history } = input;
    return { history: history.slice(0, -1), start: () => history.slice(-1) };
  }
  const { originalInput, ...rest } = savedState.parse(JSON.parse(input.state));
  const saved = JSON.stringify({ ...rest, originalInput: originalInput.slice(-1) });
  const start = (agent: KarloAgent) => resume(agent, saved, input.approve);
  return { history: originalInput.slice(0, -1), start };
}

/** The part of the SDK's run state that is read here; `RunState.fromString` validates the rest. */
const savedState = z.looseObject({ originalInput: z.array(z.custom<AgentInputItem>()) });

/** Serialises the state of a paused run with the history that the SDK does not hold. */
function serialize(state: State, history: AgentInputItem[]): string {
  const { originalInput, ...rest } = savedState.parse(state.toJSON());
  return JSON.stringify({ ...rest, originalInput: [...history, ...originalInput] });
}

async function resume(agent: KarloAgent, saved: string, approve: ReadonlySet<string>) {
  const state = await RunState.fromString<undefined, KarloAgent>(agent, saved);
  for (const item of state.getInterruptions()) {
    if (approve.has(toCall(item).id)) state.approve(item);
    else state.reject(item);
  }
  return state;
}

async function forwardEvents(
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
      const { asked: _, ...data } = answerDataOf(event.item.rawItem);
      if (text) emit({ type: "message.completed", text, agent, ...data });
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
