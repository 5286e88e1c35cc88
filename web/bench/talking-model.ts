// A model for measuring: it says when it said each word, in the wire format of Chat Completions.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const now = (): number => performance.timeOrigin + performance.now();

function piece(delta: object, finish: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  const chunk = { id: "c", object: "chat.completion.chunk", created: 1, model: "m", choices };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

const word = (): string => piece({ role: "assistant", content: `${now().toFixed(1)} ` });

interface TalkingModel {
  url: string;
  /** What it was asked last, as it came. */
  asked(): string;
  stop(): void;
}

/**
 * Serves the model: to "one word" it answers with one, to all else with a word every `everyMs` for
 * as long as somebody listens.
 */
export async function beginTalkingModel(everyMs: number): Promise<TalkingModel> {
  let asked = "";
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      asked = Buffer.concat(chunks).toString();
      if (asked.includes("one word")) {
        response.end(`${word()}${piece({}, "stop")}data: [DONE]\n\n`);
        return;
      }
      const talking = setInterval(() => response.write(word()), everyMs);
      response.on("close", () => clearInterval(talking));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked: () => asked,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** How many milliseconds ago each word of some text was said. */
export function agesOf(text: string): number[] {
  const read = now();
  return [...text.matchAll(/\b\d{13}\.\d\b/g)].map(([said]) => read - Number(said));
}
