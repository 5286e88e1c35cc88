import type { AgentName } from "#app/assistant/agents";
import type { Language } from "#app/assistant/language";
import type { AssistantEvent } from "#app/assistant/run-assistant.server";
import type { Db } from "#app/platform/database";
import type { MessagePart } from "./message";
import type { NewRunEvent } from "./run-event";
import { appendEvents } from "./run-events.server";

/** Deltas are gathered for this long before they are written. */
const GATHER_MS = 40;

/** Writes what an assistant does as a run's events, and gathers the message it becomes. */
export interface RunWriter {
  write(event: AssistantEvent): void;
  /** Writes what is still gathered; resolves when all is in the database. */
  flush(): Promise<void>;
  /** The message so far. */
  readonly parts: MessagePart[];
}

/**
 * Makes the writer of a run. Events keep their order; text is written in strokes of about 40 ms,
 * the first one at once.
 *
 * @param onError called once when the database refuses; nothing more is written then
 */
export function createRunWriter(
  db: Db,
  runId: string,
  language: Language,
  onError: (error: unknown) => void,
): RunWriter {
  const parts: MessagePart[] = [];
  let gathered: NewRunEvent[] = [];
  let timer: NodeJS.Timeout | undefined;
  let lastWrite = 0;
  let queue = Promise.resolve();
  let failed = false;
  let agent: AgentName | undefined;

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const events = gathered;
    gathered = [];
    if (events.length === 0 || failed) return queue;
    lastWrite = performance.now();
    queue = queue
      .then(async () => {
        await appendEvents(db, runId, events);
      })
      .catch((error) => {
        if (!failed) onError(error);
        failed = true;
      });
    return queue;
  }

  function add(event: NewRunEvent, now: boolean): void {
    const last = gathered.at(-1);
    if (event.type === "message.delta" && last?.type === "message.delta") {
      last.data.text += event.data.text;
    } else {
      gathered.push(event);
    }
    if (now || performance.now() - lastWrite > GATHER_MS) void flush();
    else timer ??= setTimeout(flush, GATHER_MS);
  }

  return {
    parts,
    flush,
    write(event) {
      const { type } = event;
      if (type === "message.delta") return add({ type, data: { text: event.text } }, false);
      // The first agent of a run was not handed anything.
      if (type === "agent.changed") {
        if (agent && event.agent === "urdu_specialist") {
          parts.push({ type: "handoff", to: event.agent });
        }
        agent = event.agent;
      }
      gatherPart(parts, event, language);
      add(toRunEvent(event, language), true);
    },
  };
}

function toRunEvent(
  event: Exclude<AssistantEvent, { type: "message.delta" }>,
  language: Language,
): NewRunEvent {
  switch (event.type) {
    case "agent.changed":
      return { type: event.type, data: { agent: event.agent } };
    case "message.completed":
      return { type: event.type, data: { text: event.text, agent: event.agent, language } };
    case "tool.started": {
      const { id, name, arguments: given } = event;
      return { type: event.type, data: { id, name, arguments: given } };
    }
    case "tool.completed": {
      const { id, name, result, error } = event;
      return { type: event.type, data: { id, name, result, ...(error && { error }) } };
    }
  }
}

function gatherPart(parts: MessagePart[], event: AssistantEvent, language: Language): void {
  if (event.type === "message.completed") {
    parts.push({ type: "text", text: event.text, agent: event.agent, language });
  } else if (event.type === "tool.completed") {
    const { id, name, result, error } = event;
    parts.push({
      type: "tool_call",
      id,
      name,
      arguments: event.arguments,
      result: result ?? (error ? { error } : null),
      status: error ? "failed" : "completed",
    });
  }
}
