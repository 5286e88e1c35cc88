import { errorDetail } from "#app/i18n/errors";
import type { Language } from "#app/i18n/language";
import type { AppError } from "#app/platform/errors";
import type { ImportEvent } from "./import-events";
import { isFileError } from "./import-file.server";
import type { ImportOptions } from "./import-tasks.server";

const encoder = new TextEncoder();

/**
 * Answers a page with the progress of its import, as a line of JSON for each event.
 *
 * @param work aborts when the page goes away
 */
export function importStream<Result>(
  { signal, locale }: { signal: AbortSignal; locale: Language },
  work: (options: ImportOptions) => Promise<Result>,
): Response {
  const gone = new AbortController();
  const ended = AbortSignal.any([signal, gone.signal]);
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (event: ImportEvent<Result>) => {
        if (!ended.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
      };
      try {
        const onProgress: ImportOptions["onProgress"] = (phase, tasks) => send({ phase, tasks });
        send({ result: await work({ signal: ended, onProgress }) });
      } catch (error) {
        if (!ended.aborted && !isFileError(error)) return controller.error(error);
        if (!ended.aborted) send({ problem: problemOf(error as AppError, locale) });
      }
      if (!ended.aborted) controller.close();
    },
    cancel: () => gone.abort(),
  });
  const headers = {
    "content-type": "application/x-ndjson",
    "cache-control": "no-store",
    // Disables the response buffering of nginx.
    "x-accel-buffering": "no",
  };
  return new Response(body, { headers });
}

const problemOf = (error: AppError, locale: Language): string =>
  errorDetail(error.code, locale, error.values);
