// A model in the wire format of Chat Completions whose words are the times at which they were sent.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const now = (): number => performance.timeOrigin + performance.now();

function toChunk(delta: object, finish: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  const chunk = { id: "c", object: "chat.completion.chunk", created: 1, model: "m", choices };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

const word = (): string => toChunk({ role: "assistant", content: `${now().toFixed(1)} ` });

interface StreamingModel {
  url: string;
  /** The body of the last request. */
  lastRequest(): string;
  stop(): void;
}

/**
 * Starts the model. Responds to "one word" with one word, to other messages with a word every
 * `intervalMs` until the client disconnects.
 */
export async function startStreamingModel(intervalMs: number): Promise<StreamingModel> {
  let lastRequest = "";
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      lastRequest = Buffer.concat(chunks).toString();
      if (lastRequest.includes("one word")) {
        response.end(`${word()}${toChunk({}, "stop")}data: [DONE]\n\n`);
        return;
      }
      const timer = setInterval(() => response.write(word()), intervalMs);
      response.on("close", () => clearInterval(timer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    lastRequest: () => lastRequest,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Returns for each word of a text how many milliseconds ago it was sent. */
export function wordAges(text: string): number[] {
  const received = now();
  return [...text.matchAll(/\b\d{13}\.\d\b/g)].map(([sent]) => received - Number(sent));
}
