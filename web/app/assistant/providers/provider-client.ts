import OpenAI, { type ClientOptions } from "openai";
import { AppError } from "#app/platform/errors";
import { ChatStream } from "./chat-stream";
import type { Quirks } from "./presets";
import {
  type ChatRequest,
  type ResponsesRequest,
  rewriteChat,
  rewriteResponses,
} from "./rewrite-request";

/** Reads the events of a stream one by one; `finished` tells whether the answer is whole. */
interface Reader {
  finished: boolean;
  rewrite(event: never): unknown;
  /** What is still to be said before the stream ends. */
  end(): unknown;
}

/** A request on its way out. */
type Options = Awaited<Parameters<OpenAI["request"]>[0]>;

const isChat = (path: string): boolean => path.includes("/chat/completions");

/**
 * An OpenAI client that speaks with a provider as the provider speaks: requests and streams are
 * rewritten where it differs, and a stream that ends before its answer does is an error and not a
 * short answer.
 */
export class ProviderClient extends OpenAI {
  readonly #quirks: Quirks;

  constructor(quirks: Quirks, options: ClientOptions) {
    super({ ...options, fetch: fetchRewritten });
    this.#quirks = quirks;
  }

  protected override async prepareOptions(options: Options): Promise<void> {
    options.body = isChat(options.path)
      ? rewriteChat(options.body as ChatRequest, this.#quirks)
      : rewriteResponses(options.body as ResponsesRequest);
  }
}

async function fetchRewritten(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(input, init);
  if (!response.ok || !response.body) return response;
  const reader = isChat(String(input)) ? new ChatStream() : new ResponsesStream();
  return new Response(response.body.pipeThrough(eventRewriter(reader)), {
    status: response.status,
    headers: { "content-type": "text/event-stream" },
  });
}

/** OpenAI's Responses need no rewriting; only their end is watched. */
class ResponsesStream {
  finished = false;

  rewrite(event: { type?: string; response?: { incomplete_details?: { reason?: string } } }) {
    if (event.response?.incomplete_details?.reason === "content_filter") {
      throw new AppError("model_refused", 502);
    }
    this.finished ||= /^response\.(completed|failed|incomplete)$|^error$/.test(event.type ?? "");
    return event;
  }

  end() {
    return null;
  }
}

const DATA = /^data: ?/;

/** Rewrites each event of a stream of Server-Sent Events whose data is JSON. */
function eventRewriter(reader: Reader): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = "";
  let ended = false;
  const end = (): string => {
    const last = ended ? null : reader.end();
    ended = true;
    return last ? `data: ${JSON.stringify(last)}\n\n` : "";
  };
  const line = (text: string): string => {
    if (!DATA.test(text)) return text;
    const data = text.replace(DATA, "");
    if (data.trim() === "[DONE]") {
      reader.finished = true;
      return end() + text;
    }
    return `data: ${JSON.stringify(reader.rewrite(JSON.parse(data) as never))}`;
  };
  return new TransformStream({
    transform(bytes, controller) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split(/\r?\n/);
      rest = lines.pop() ?? "";
      if (lines.length === 0) return;
      controller.enqueue(encoder.encode(`${lines.map(line).join("\n")}\n`));
    },
    flush(controller) {
      if (rest) controller.enqueue(encoder.encode(`${line(rest)}\n\n`));
      if (!reader.finished) throw new Error("The stream ended before its answer.");
      controller.enqueue(encoder.encode(end()));
    },
  });
}
