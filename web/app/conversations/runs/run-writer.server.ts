import type { Language } from "#app/assistant/language";
import type { AssistantEvent } from "#app/assistant/run-assistant.server";
import type { Db } from "#app/platform/database/database";
import type { ReplayFilter } from "./replay-filter";
import type { NewRunEvent, RunEvent } from "./run-event";
import { appendEvents } from "./run-events.server";

/** Deltas are buffered for this long before they are written. */
const BUFFER_MS = 40;

/** Events that can be buffered; any other is written at once, together with the buffer. */
const BUFFERED: ReadonlySet<NewRunEvent["type"]> = new Set(["message.delta", "agent.changed"]);

/** Writes the events of a run, in order. */
export interface RunWriter {
  writeAssistantEvent(event: AssistantEvent): void;
  write(event: NewRunEvent): void;
  /**
   * Writes the buffer; resolves when all events are in the database.
   *
   * @throws the error of this write or of an earlier one; nothing is written after an error
   */
  flush(): Promise<void>;
}

interface WriterOptions {
  db: Db;
  run: { runId: string; lease: string; language: Language };
  replayFilter: ReplayFilter;
  /** Called with events that were committed. */
  onWritten(events: RunEvent[]): void;
  /** Called once, with the first error. */
  onError(error: unknown): void;
  /** Resolves when the run itself is committed; nothing is written before. */
  committed?: Promise<unknown>;
}

/**
 * Creates the writer of a run. Text is written in batches of about 40 ms; the first delta after a
 * pause is written at once, together with a preceding change of the agent.
 */
export function createRunWriter({
  db,
  run,
  replayFilter,
  onWritten,
  onError,
  committed = Promise.resolve(),
}: WriterOptions): RunWriter {
  let buffer: NewRunEvent[] = [];
  let timer: NodeJS.Timeout | undefined;
  let lastWrite = Number.NEGATIVE_INFINITY;
  let queue = committed;
  let failure: { error: unknown } | undefined;

  function writeBuffer(): void {
    clearTimeout(timer);
    timer = undefined;
    const events = buffer;
    buffer = [];
    if (events.length === 0 || failure) return;
    lastWrite = performance.now();
    queue = queue
      .then(async () => {
        if (!failure) onWritten(await appendEvents(db, run, events));
      })
      .catch((error) => {
        failure = { error };
        onError(error);
      });
  }

  function add(event: NewRunEvent): void {
    const last = buffer.at(-1);
    if (event.type === "message.delta" && last?.type === "message.delta") {
      last.data.text += event.data.text;
    } else {
      buffer.push(event);
    }
    const isDue = event.type === "message.delta" && performance.now() - lastWrite > BUFFER_MS;
    if (isDue || !BUFFERED.has(event.type)) writeBuffer();
    else timer ??= setTimeout(writeBuffer, BUFFER_MS);
  }

  function write(event: NewRunEvent): void {
    for (const fresh of replayFilter(event)) add(fresh);
  }

  return {
    write,
    writeAssistantEvent: (event) => write(toRunEvent(event, run.language)),
    async flush() {
      writeBuffer();
      await queue;
      if (failure) throw failure.error;
    },
  };
}

function toRunEvent(event: AssistantEvent, language: Language): NewRunEvent {
  const { type } = event;
  switch (type) {
    case "agent.changed":
      return { type, data: { agent: event.agent } };
    case "message.delta":
      return { type, data: { text: event.text } };
    case "message.completed": {
      const { type: _, reading: __, ...data } = event;
      return { type, data: { ...data, language } };
    }
  }
}
