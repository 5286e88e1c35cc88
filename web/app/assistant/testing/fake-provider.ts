import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What a model was asked, as it came over the wire. */
export interface ProviderRequest {
  headers: Record<string, string | string[] | undefined>;
  body: {
    model: string;
    stream: boolean;
    messages: { role: string; content?: unknown; tool_calls?: unknown[] }[];
    tools?: { function: { name: string } }[];
    tool_choice?: unknown;
  };
}

/** One answer: text, tool calls, or a status that is an error. */
export type ProviderAnswer =
  | { text: string }
  | { calls: { name: string; arguments: Record<string, unknown> }[] }
  | { status: number; body?: string };

/**
 * A local server that speaks the streaming half of OpenAI's Chat Completions, and answers as
 * scripted. https://platform.openai.com/docs/api-reference/chat-streaming
 */
export async function startFakeProvider(answers: ProviderAnswer[]): Promise<{
  url: string;
  requests: ProviderRequest[];
  close(): Promise<void>;
}> {
  const requests: ProviderRequest[] = [];
  const script = [...answers];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as ProviderRequest["body"];
      requests.push({ headers: request.headers, body });
      const answer = script.length > 1 ? script.shift() : script[0];
      if (!answer || "status" in answer) {
        response.writeHead(answer?.status ?? 500, { "content-type": "application/json" });
        response.end(answer?.body ?? '{"error":{"message":"scripted"}}');
        return;
      }
      response.writeHead(200, { "content-type": "text/event-stream" });
      for (const chunk of toChunks(answer, body.model)) {
        response.write(`data: ${JSON.stringify(chunk)}\n\n`);
      }
      response.end("data: [DONE]\n\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function toChunks(answer: Exclude<ProviderAnswer, { status: number }>, model: string): object[] {
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    id: "chatcmpl-fake",
    object: "chat.completion.chunk",
    created: 1,
    model,
    choices: [{ index: 0, delta, finish_reason }],
  });
  const deltas =
    "text" in answer
      ? answer.text.split(/(?<= )/).map((content) => chunk({ role: "assistant", content }))
      : answer.calls.map(({ name, arguments: given }, index) =>
          chunk({
            role: "assistant",
            tool_calls: [
              {
                index,
                id: `call_${name}_${index}`,
                type: "function",
                function: { name, arguments: JSON.stringify(given) },
              },
            ],
          }),
        );
  const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };
  return [
    ...deltas,
    chunk({}, "text" in answer ? "stop" : "tool_calls"),
    { ...chunk({}), choices: [], usage },
  ];
}
