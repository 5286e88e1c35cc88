import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ProviderAnswer, ProviderRequest, ProviderResponse } from "./provider-messages";
import { type WireFormat, wireFormats } from "./wire-formats";

/**
 * Decides a response by the last user message, the number of tool results since (`step`) and how
 * often this was requested (`attempt`, from 1).
 */
export type Script = (request: {
  userMessage: string;
  step: number;
  attempt: number;
}) => ProviderResponse;

/** A script that returns the responses in order, and the last one for every further request. */
export function respondInSequence(...responses: ProviderResponse[]): Script {
  return () => (responses.length > 1 ? responses.shift() : responses[0]) as ProviderResponse;
}

interface FakeProvider {
  /** The base URL, for MODEL_BASE_URL. */
  url: string;
  requests: ProviderRequest[];
  /** Clears the recorded requests and the attempt counters. */
  reset(): void;
  /** Sends the rest of the answers that are held. */
  release(): void;
  close(): Promise<void>;
}

/** Starts a local server that speaks a provider's wire format and responds as scripted. */
export async function startFakeProvider(
  format: keyof typeof wireFormats,
  script: Script,
): Promise<FakeProvider> {
  const wire: WireFormat = wireFormats[format];
  const held: (() => void)[] = [];
  const requests: ProviderRequest[] = [];
  const attempts = new Map<string, number>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as ProviderRequest["body"];
      const { userMessage, step } = wire.read(body);
      requests.push({ path: request.url ?? "", userMessage, headers: request.headers, body });
      const rejection = wire.reject(body);
      if (rejection) return fail(response, { status: 400, body: rejection });
      const key = `${step} ${userMessage}`;
      const attempt = (attempts.get(key) ?? 0) + 1;
      attempts.set(key, attempt);
      const scripted = script({ userMessage, step, attempt });
      if ("status" in scripted) return fail(response, scripted);
      if ("whole" in scripted && scripted.whole) {
        response.writeHead(200, { "content-type": "application/json" });
        return response.end(wire.writeWhole(scripted, body.model));
      }
      response.writeHead(200, { "content-type": "text/event-stream" });
      if ("garbage" in scripted) return response.end(scripted.garbage);
      const events = wire.write(scripted, body.model);
      if (scripted.cut?.how === "held") held.push(() => send(response, {}, events.splice(0)));
      const first = scripted.cut ? events.splice(0, scripted.cut.after) : events;
      setTimeout(() => send(response, scripted, first), scripted.delayMs ?? 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    reset: () => {
      requests.length = 0;
      attempts.clear();
    },
    release: () => {
      for (const resume of held.splice(0)) resume();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, answer: ProviderAnswer, events: string[]): void {
  const { cut, intervalMs } = answer;
  if (intervalMs !== undefined && events.length > 0) {
    response.write(events[0]);
    setTimeout(() => send(response, answer, events.slice(1)), intervalMs);
    return;
  }
  response.write(events.join(""));
  if (!cut || cut.how === "ended") response.end();
  // What was written has to be sent before the connection breaks.
  else if (cut.how === "broken") setTimeout(() => response.destroy(), 50);
}

function fail(
  response: ServerResponse,
  { status, body, retryAfter }: Extract<ProviderResponse, { status: number }>,
): void {
  response.writeHead(status, {
    "content-type": "application/json",
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
  });
  response.end(body ?? '{"error":{"message":"scripted"}}');
}
