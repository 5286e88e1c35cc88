import { useFetcher } from "@remix-run/react";
import { useCallback } from "react";
import type { Task } from "#app/tasks/task/task";

interface Rename {
  title: string;
  /** The title when editing began. */
  from: string;
}

/**
 * Renames a task. A rename during another one is sent after it, in the order of the outbox.
 *
 * @returns the title with unsaved changes applied, `rename`, and the fetcher, for its errors
 */
export function useRename({ id, title: saved }: Task) {
  const fetcher = useFetcher<{ ok: boolean }>({ key: `rename-${id}` });
  const { submit, state, formData } = fetcher;
  const rename = useCallback(
    ({ title, from }: Rename) =>
      submit(
        { intent: "edit", id, base: JSON.stringify({ title: from }), title },
        { method: "post" },
      ),
    [submit, id],
  );
  const inFlight = state === "submitting" ? formData?.get("title")?.toString() : undefined;
  return { fetcher, title: inFlight ?? saved, rename };
}
