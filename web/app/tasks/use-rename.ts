import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import type { Task } from "./task";

interface Rename {
  title: string;
  /** The title that the person saw when they began to write. */
  from: string;
}

/**
 * Renames a task. A new name that comes while the last one is being saved waits for it: sent at
 * once, it would break off the first, and nobody could tell which of them was saved.
 *
 * @returns the title as the person has left it, saved or not yet
 */
export function useRename({ id, title: saved }: Task) {
  const fetcher = useFetcher<{ ok: boolean }>({ key: `rename-${id}` });
  const [held, setHeld] = useState<Rename | null>(null);
  const { submit, state, data, formData } = fetcher;

  const send = useCallback(
    ({ title, from }: Rename) =>
      submit(
        { intent: "edit", id, base: JSON.stringify({ title: from }), title },
        { method: "post" },
      ),
    [submit, id],
  );
  useEffect(() => {
    if (!held || state !== "idle") return;
    setHeld(null);
    // What it waited for may have been put back.
    send(data?.ok ? held : { ...held, from: saved });
  }, [held, state, data, saved, send]);

  return {
    fetcher,
    title: held?.title ?? formData?.get("title")?.toString() ?? saved,
    rename: (change: Rename) => (state === "idle" ? send(change) : setHeld(change)),
  };
}
