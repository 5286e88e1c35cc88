import OpenAI, { type ClientOptions } from "openai";
import { AppError } from "#app/platform/errors";
import { traceHeaders } from "#app/platform/tracing/span";
import { ChatStream } from "./chat-stream";
import type { Quirks } from "./presets";
import {
  type ChatRequest,
  type ResponsesRequest,
  rewriteChat,
  rewriteResponses,
} from "./rewrite-request";
import { toStream } from "./whole-answer";

/** Rewrites the events of one stream. */
interface StreamRewriter {
  /** Whether the provider has marked the end of its answer. */
  finished: boolean;
  rewrite(event: never): unknown;
  /** The event to append before the stream ends, or null. */
  end(): unknown;
}

type RequestOptions = Awaited<Parameters<OpenAI["request"]>[0]>;

const isChat = (path: string): boolean => path.includes("/chat/completions");

/**
 * An OpenAI client that adapts requests and streams to a provider's deviations. A stream that ends
 * without the provider's end marker is an error, not a short answer.
 */
export class ProviderClient extends OpenAI {
  readonly #quirks: Quirks;

  constructor(quirks: Quirks, options: ClientOptions) {
    super({ ...options, fetch: fetchRewritten });
    this.#quirks = quirks;
  }

  protected override async prepareOptions(options: RequestOptions): Promise<void> {
    options.body = isChat(options.path)
      ? rewriteChat(options.body as ChatRequest, this.#quirks)
      : rewriteResponses(options.body as ResponsesRequest);
  }
}

async function fetchRewritten(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const headers = new Headers(init?.headers);
  for (const [name, value] of Object.entries(traceHeaders())) headers.set(name, value);
  const sent = await fetch(input, { ...init, headers });
  const isWhole = sent.ok && /\bjson\b/.test(sent.headers.get("content-type") ?? "");
  const response = isWhole ? streamOf(await sent.text()) : sent;
  if (!response.ok || !response.body) return response;
  const rewriter = isChat(String(input)) ? new ChatStream() : new ResponsesStream();
  return new Response(response.body.pipeThrough(rewriteEvents(rewriter)), {
    status: response.status,
    headers: { "content-type": "text/event-stream" },
  });
}

/** A stream with the answer of a server that did not stream it; else an error of that server. */
function streamOf(body: string): Response {
  const stream = toStream(body);
  if (stream !== null) return new Response(stream);
  const { code } = /"code":\s*"?(?<code>[45]\d\d)\b/.exec(body)?.groups ?? {};
  return new Response(body, { status: Number(code ?? 502) });
}

/** OpenAI's Responses need no rewriting; only their end is checked. */
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

/** A transform that rewrites each event of an SSE stream whose data is JSON. */
function rewriteEvents(rewriter: StreamRewriter): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = "";
  let ended = false;
  const appendEnd = (): string => {
    const last = ended ? null : rewriter.end();
    ended = true;
    return last ? `data: ${JSON.stringify(last)}\n\n` : "";
  };
  const rewriteLine = (text: string): string => {
    if (!DATA.test(text)) return text;
    const data = text.replace(DATA, "");
    if (data.trim() === "[DONE]") {
      rewriter.finished = true;
      return appendEnd() + text;
    }
    return `data: ${JSON.stringify(rewriter.rewrite(JSON.parse(data) as never))}`;
  };
  return new TransformStream({
    transform(bytes, controller) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split(/\r?\n/);
      rest = lines.pop() ?? "";
      if (lines.length === 0) return;
      controller.enqueue(encoder.encode(`${lines.map(rewriteLine).join("\n")}\n`));
    },
    flush(controller) {
      if (rest) controller.enqueue(encoder.encode(`${rewriteLine(rest)}\n\n`));
      if (!rewriter.finished) throw new Error("The stream ended before its answer was complete.");
      controller.enqueue(encoder.encode(appendEnd()));
    },
  });
}
