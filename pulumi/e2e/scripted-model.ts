import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What a tool is called with; the words of the person select it. */
export interface Answer {
  when: RegExp;
  tool: string;
  arguments: Record<string, string>;
}

interface ChatRequest {
  stream?: boolean;
  messages: { role: string; content?: unknown }[];
}

/**
 * A model server of scripted answers, in OpenAI's wire format: the first answer to a question calls a
 * tool, and the second says what the tool returned.
 */
export async function scriptedModel(
  answers: Answer[],
): Promise<{ baseUrl: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const body = (await readJson(request)) as ChatRequest;
    const { delta, reason } = answer(body, answers);
    const chunk = (part: object, finish_reason: string | null) => ({
      id: "scripted",
      object: body.stream ? "chat.completion.chunk" : "chat.completion",
      created: 0,
      model: "scripted",
      choices: [{ index: 0, finish_reason, [body.stream ? "delta" : "message"]: part }],
    });
    if (!body.stream) {
      response.setHeader("content-type", "application/json");
      return response.end(JSON.stringify(chunk(delta, reason)));
    }
    response.setHeader("content-type", "text/event-stream");
    for (const one of [chunk(delta, null), chunk({}, reason)])
      response.write(`data: ${JSON.stringify(one)}\n\n`);
    response.end("data: [DONE]\n\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, close: () => server.close() };
}

function answer({ messages }: ChatRequest, answers: Answer[]) {
  const last = messages.at(-1);
  const said = typeof last?.content === "string" ? last.content : JSON.stringify(last?.content);
  if (last?.role === "tool")
    return { delta: { role: "assistant", content: `It returned: ${said}` }, reason: "stop" };
  const found = answers.find(({ when }) => when.test(said));
  if (!found) return { delta: { role: "assistant", content: "I do not know." }, reason: "stop" };
  const call = { name: found.tool, arguments: JSON.stringify(found.arguments) };
  const tool_calls = [{ index: 0, id: "call_1", type: "function", function: call }];
  return { delta: { role: "assistant", tool_calls }, reason: "tool_calls" };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString());
}
