import type { Language } from "#app/i18n/language";
import type { Logger } from "#app/platform/log";
import type { ImportOptions } from "#app/tasks/transfer/import-tasks.server";
import { problem } from "./problem";

const encoder = new TextEncoder();

/**
 * Answers a long request with its progress as Server-Sent Events where the caller accepts them:
 * `progress`, then `completed` with the JSON of the answer, or `failed` with a problem document.
 *
 * @param work makes the usual answer; its signal aborts when the caller goes away
 */
export async function withProgress(
  request: Request,
  { language, log }: { language: Language; log: Logger },
  work: (options: Required<ImportOptions>) => Promise<Response>,
): Promise<Response> {
  if (!request.headers.get("accept")?.includes("text/event-stream"))
    return work({ signal: request.signal, onProgress: () => {} }).catch((error: unknown) => {
      // Nobody is there to be answered; the status is for the log, as nginx has it.
      if (request.signal.aborted) return new Response(null, { status: 499 });
      throw error;
    });
  const gone = new AbortController();
  const signal = AbortSignal.any([request.signal, gone.signal]);
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (event: string, data: string) => {
        if (!signal.aborted)
          controller.enqueue(encoder.encode(`event: ${event}\ndata: ${data}\n\n`));
      };
      try {
        const onProgress: ImportOptions["onProgress"] = (phase, tasks) =>
          send("progress", JSON.stringify({ phase, tasks }));
        const answer = await work({ signal, onProgress });
        send(answer.ok ? "completed" : "failed", await answer.text());
      } catch (error) {
        if (!signal.aborted) send("failed", await problem(error, language, log).text());
      }
      if (!signal.aborted) controller.close();
    },
    cancel: () => gone.abort(),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      // Disables the response buffering of nginx.
      "x-accel-buffering": "no",
    },
  });
}
