import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type SpokenAnswer, type WireFormat, wireFormats } from "./wire-formats";

/** What a model was asked, as it came over the wire. */
export interface ProviderRequest {
  path: string;
  /** What the person said last. */
  said: string;
  headers: Record<string, string | string[] | undefined>;
  body: {
    model: string;
    stream: boolean;
    store?: boolean;
    tools?: { function: { name: string; parameters?: Record<string, unknown> } }[];
    tool_choice?: unknown;
    /** Of Chat Completions. */
    messages?: {
      role: string;
      content?: unknown;
      reasoning_content?: string;
      tool_calls?: unknown[];
    }[];
    /** Of Responses. */
    input?: {
      type?: string;
      role?: string;
      encrypted_content?: string;
      content?: string | { text: string }[];
    }[];
  };
}

/** One answer, or one way to fail. */
export type ProviderAnswer =
  | {
      text?: string;
      calls?: { name: string; arguments: Record<string, unknown> }[];
      refusal?: string;
      /** Why it ends, where not as usual. */
      finish?: "content_filter";
      /**
       * Of its pieces only so many come; then the connection breaks, or ends as if all were well,
       * or nothing comes until `release`.
       */
      cut?: { after: number; how: "broken" | "ended" | "held" };
      /** Before its first piece. */
      waitMs?: number;
      /** Between its pieces. */
      everyMs?: number;
      /** It does not count its tokens. */
      uncounted?: true;
    }
  | { status: number; body?: string; retryAfter?: number }
  | { garbage: string };

/** Decides an answer: by what was said last, the tool results since, and how often it was asked. */
export type Script = (asked: { said: string; step: number; attempt: number }) => ProviderAnswer;

/** Answers one after the other; the last one again and again. */
export function inOrder(...answers: ProviderAnswer[]): Script {
  return () => (answers.length > 1 ? answers.shift() : answers[0]) as ProviderAnswer;
}

interface FakeProvider {
  url: string;
  requests: ProviderRequest[];
  /** Forgets what it was asked: what comes is asked for the first time. */
  forget(): void;
  /** Lets the answers go on that are held. */
  release(): void;
  close(): Promise<void>;
}

/** A local server that speaks a provider's wire format, and answers as scripted. */
export async function startFakeProvider(
  format: keyof typeof wireFormats,
  script: Script,
): Promise<FakeProvider> {
  const wire: WireFormat = wireFormats[format];
  const held: (() => void)[] = [];
  const requests: ProviderRequest[] = [];
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as ProviderRequest["body"];
      const { said, step } = wire.read(body);
      requests.push({ path: request.url ?? "", said, headers: request.headers, body });
      const refusal = wire.refuse(body);
      if (refusal) return fail(response, { status: 400, body: refusal });
      const attempt = (asked.get(`${step} ${said}`) ?? 0) + 1;
      asked.set(`${step} ${said}`, attempt);
      const answer = script({ said, step, attempt });
      if ("status" in answer) return fail(response, answer);
      response.writeHead(200, { "content-type": "text/event-stream" });
      if ("garbage" in answer) return response.end(answer.garbage);
      const pieces = wire.write(answer, body.model);
      if (answer.cut?.how === "held") held.push(() => speak(response, {}, pieces.splice(0)));
      const first = answer.cut ? pieces.splice(0, answer.cut.after) : pieces;
      setTimeout(() => speak(response, answer, first), answer.waitMs ?? 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    forget: () => {
      requests.length = 0;
      asked.clear();
    },
    release: () => {
      for (const goOn of held.splice(0)) goOn();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function speak(response: ServerResponse, answer: SpokenAnswer, pieces: string[]): void {
  const { cut, everyMs } = answer;
  if (everyMs !== undefined && pieces.length > 0) {
    response.write(pieces[0]);
    setTimeout(() => speak(response, answer, pieces.slice(1)), everyMs);
    return;
  }
  response.write(pieces.join(""));
  if (!cut || cut.how === "ended") response.end();
  // What was written is on its way before the connection breaks.
  else if (cut.how === "broken") setTimeout(() => response.destroy(), 50);
}

function fail(
  response: ServerResponse,
  { status, body, retryAfter }: Extract<ProviderAnswer, { status: number }>,
): void {
  response.writeHead(status, {
    "content-type": "application/json",
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
  });
  response.end(body ?? '{"error":{"message":"scripted"}}');
}
