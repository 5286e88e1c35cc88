import type { RunEvent } from "#app/conversations/runs/run-event";
import type { TestPerson } from "#testing/test-app";

/** A run as the API returns it. */
export interface WireRun {
  conversation_id: number;
  run_id: string;
  status: string;
  response: string;
  last_event_id: number;
  tool_calls: { id: string; name: string; result: Record<string, unknown> | null }[];
  approvals: {
    id: string;
    tool: string;
    before: { id: number; title: string }[];
    after: object[];
  }[];
  error?: { code: string };
}

/** Sends a message and waits until its run ends or awaits approval. */
export async function sendMessage(person: TestPerson, message: string, conversation?: number) {
  const body = { message, conversation_id: conversation };
  return (await (await person.call("POST", "/api/v1/chat", body)).json()) as WireRun;
}

/** Sends a message and returns while its run is running. */
export async function startRun(person: TestPerson, message: string, conversation?: number) {
  const body = { message, conversation_id: conversation };
  const prefer = { prefer: "respond-async" };
  return (await (await person.call("POST", "/api/v1/chat", body, prefer)).json()) as WireRun;
}

/** Reads a run. */
export async function readRun(person: TestPerson, id: string): Promise<WireRun> {
  return (await (await person.call("GET", `/api/v1/runs/${id}`)).json()) as WireRun;
}

/**
 * Streams a run's events until it ends.
 *
 * @param after number of the last event to skip
 * @param until called with each event; true ends the stream early
 */
export async function readEvents(
  person: TestPerson,
  runId: string,
  { after = 0, until = () => false }: { after?: number; until?: (event: RunEvent) => boolean } = {},
): Promise<RunEvent[]> {
  const response = await person.call("GET", `/api/v1/runs/${runId}/events`, undefined, {
    "last-event-id": String(after),
  });
  const events: RunEvent[] = [];
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const event = parse(block);
      if (!event) continue;
      events.push(event);
      if (until(event)) return events;
    }
  }
  return events;
}

function parse(block: string): RunEvent | null {
  const [, type] = /^event: (.*)$/m.exec(block) ?? [];
  const [, data = ""] = /^data: (.*)$/m.exec(block) ?? [];
  const [, seq] = /^id: (.*)$/m.exec(block) ?? [];
  return type ? ({ seq: Number(seq), type, data: JSON.parse(data) } as RunEvent) : null;
}

/** The text that a reader who folds the events has. */
export function textOf(events: RunEvent[]): string {
  let text = "";
  for (const event of events) {
    if (event.type === "message.delta") text += event.data.text;
    if (event.type === "message.restarted") text = "";
  }
  return text;
}
