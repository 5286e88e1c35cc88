import { useRevalidator } from "@remix-run/react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportEvent } from "../import-events";
import type { ImportPreview, ImportReport } from "../import-file.server";
import type { FileChoices } from "./file-choices";

/** What a person chose for a file beside the file. */
export type Chosen = Omit<FileChoices, "partly">;

/** Where a person is with their file. */
export interface ImportState {
  file: File | null;
  chosen: Chosen;
  /** What is going on with the file. */
  busy: "reading" | "importing" | null;
  progress: { phase: "read" | "written"; tasks: number } | null;
  preview: ImportPreview | null;
  report: ImportReport | null;
  problem: string | null;
}

const START: ImportState = {
  ...{ file: null, chosen: {}, busy: null, progress: null },
  ...{ preview: null, report: null, problem: null },
};

/**
 * Looks at a file, and imports it. It stays in the browser and is sent for each of the two, so that the
 * server keeps nothing in between.
 */
export function useImport() {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  const [state, setState] = useState(START);
  const running = useRef<AbortController | null>(null);

  /** Sends the file, one request after the other: the one before is given up. */
  async function send<Result>(
    to: string,
    { file, chosen, partly }: { file: File; chosen: Chosen; partly: boolean },
    begin: Partial<ImportState>,
    onResult: (result: Result) => Partial<ImportState>,
  ): Promise<void> {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    const set = (change: Partial<ImportState>) => {
      if (!own.signal.aborted) setState((state) => ({ ...state, ...change }));
    };
    set({ ...begin, file, chosen, progress: null, problem: null });
    try {
      const body = formOf(file, chosen, partly);
      const response = await fetch(to, { method: "POST", body, signal: own.signal });
      for await (const event of eventsOf<Result>(response)) {
        if ("result" in event) set({ busy: null, ...onResult(event.result) });
        else if ("problem" in event) set({ busy: null, problem: event.problem });
        else set({ progress: event });
      }
      // A stream that ends without a result has lost its server.
      set({ busy: null });
    } catch {
      set({ busy: null, problem: t("files.failed") });
    }
  }

  const look = (file: File, chosen: Chosen = {}) =>
    send<ImportPreview>(
      "/tasks/files/import?preview",
      { file, chosen, partly: true },
      { busy: "reading", report: null },
      (preview) => ({ preview }),
    );

  return {
    state,
    /** Looks at a file, read as it was chosen. */
    look,
    /** Imports the file that was looked at. */
    take: (partly: boolean) =>
      state.file &&
      send<ImportReport>(
        "/tasks/files/import",
        { file: state.file, chosen: state.chosen, partly },
        { busy: "importing" },
        (report) => {
          revalidate();
          return { ...START, report };
        },
      ),
    reset: () => {
      running.current?.abort();
      setState(START);
    },
  };
}

function formOf(file: File, { source, encoding, columns, dayFirst }: Chosen, partly: boolean) {
  const form = new FormData();
  form.set("file", file);
  if (partly) form.set("partly", "on");
  if (source) form.set("source", source);
  if (encoding) form.set("encoding", encoding);
  if (columns) form.set("columns", JSON.stringify(columns));
  if (dayFirst !== undefined) form.set("day_first", String(dayFirst));
  return form;
}

/** The lines of a response, each an event. */
async function* eventsOf<Result>(response: Response): AsyncGenerator<ImportEvent<Result>> {
  const type = response.headers.get("content-type") ?? "";
  if (!response.body || !type.startsWith("application/x-ndjson")) throw new Error("no stream");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let ended = false;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const lines = (rest + next.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const event = JSON.parse(line) as ImportEvent<Result>;
      ended = "result" in event || "problem" in event;
      yield event;
    }
  }
  if (!ended) throw new Error("the stream ended early");
}
