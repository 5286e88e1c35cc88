import type { TestPerson } from "#app/platform/testing/test-app";
import type { RunEvent } from "../run-event";

/** A run as the API answers. */
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

/** Sends a message and waits until its run ends or waits. */
export async function say(person: TestPerson, message: string, conversation?: number) {
  const body = { message, conversation_id: conversation };
  return (await (await person.call("POST", "/api/v1/chat", body)).json()) as WireRun;
}

/** Sends a message and does not wait. */
export async function begin(person: TestPerson, message: string, conversation?: number) {
  const body = { message, conversation_id: conversation };
  const prefer = { prefer: "respond-async" };
  return (await (await person.call("POST", "/api/v1/chat", body, prefer)).json()) as WireRun;
}

export async function readRun(person: TestPerson, id: string): Promise<WireRun> {
  return (await (await person.call("GET", `/api/v1/runs/${id}`)).json()) as WireRun;
}

/**
 * Reads a run's events, each as it comes.
 *
 * @param until called with each; true ends the reading
 */
export async function follow(
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

/** What a reader has on the screen who adds up the pieces. */
export function textOf(events: RunEvent[]): string {
  let text = "";
  for (const event of events) {
    if (event.type === "message.delta") text += event.data.text;
    if (event.type === "message.restarted") text = "";
  }
  return text;
}
