import type { Language } from "#app/assistant/language";
import type { AssistantEvent } from "#app/assistant/run-assistant.server";
import type { Db } from "#app/platform/database";
import type { Retrace } from "./retrace";
import type { NewRunEvent, RunEvent } from "./run-event";
import { appendEvents } from "./run-events.server";

/** Deltas are gathered for this long before they are written. */
const GATHER_MS = 40;

/** What may wait for what comes after it. */
const GATHERED: ReadonlySet<NewRunEvent["type"]> = new Set(["message.delta", "agent.changed"]);

/** Writes what happens in a run as its events. */
export interface RunWriter {
  /** What an agent says. */
  say(event: AssistantEvent): void;
  write(event: NewRunEvent): void;
  /**
   * Writes what is still gathered; resolves when all is in the database.
   *
   * @throws what the database said, also of an earlier write; nothing is written after that
   */
  flush(): Promise<void>;
}

interface WriterOptions {
  db: Db;
  run: { runId: string; lease: string; language: Language };
  /** Leaves out what the readers know. */
  retrace: Retrace;
  /** Told what is in the database now. */
  onWritten(events: RunEvent[]): void;
  /** Told once, when nothing can be written any more. */
  onError(error: unknown): void;
  /** Nothing is written before it resolves: the run itself is being kept. */
  kept?: Promise<unknown>;
}

/**
 * Makes the writer of a run. Events keep their order; text is written in strokes of about 40 ms,
 * the first one at once, together with the name of the agent who says it.
 */
export function createRunWriter({
  db,
  run,
  retrace,
  onWritten,
  onError,
  kept = Promise.resolve(),
}: WriterOptions): RunWriter {
  let gathered: NewRunEvent[] = [];
  let timer: NodeJS.Timeout | undefined;
  let lastWrite = Number.NEGATIVE_INFINITY;
  let queue = kept;
  let failure: { error: unknown } | undefined;

  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    const events = gathered;
    gathered = [];
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

  function gather(event: NewRunEvent): void {
    const last = gathered.at(-1);
    if (event.type === "message.delta" && last?.type === "message.delta") {
      last.data.text += event.data.text;
    } else {
      gathered.push(event);
    }
    const speaks = event.type === "message.delta" && performance.now() - lastWrite > GATHER_MS;
    if (speaks || !GATHERED.has(event.type)) send();
    else timer ??= setTimeout(send, GATHER_MS);
  }

  function write(event: NewRunEvent): void {
    for (const fresh of retrace(event)) gather(fresh);
  }

  return {
    write,
    say: (event) => write(toRunEvent(event, run.language)),
    async flush() {
      send();
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
    case "message.completed":
      return { type, data: { text: event.text, agent: event.agent, language } };
  }
}
