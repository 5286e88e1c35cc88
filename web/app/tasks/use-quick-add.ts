import { useEffect, useState } from "react";
import type { readQuickAdd } from "./quick-add";

type Reader = typeof readQuickAdd;

/**
 * What reads the line that adds, loaded once something is written there: a list that is only looked
 * at is lighter without it.
 *
 * @returns null until it is there; where it cannot be loaded the server reads the line all the same
 */
export function useQuickAdd(wanted: boolean): Reader | null {
  const [reader, setReader] = useState<Reader | null>(null);
  useEffect(() => {
    if (!wanted || reader) return;
    import("./quick-add").then(
      ({ readQuickAdd }) => setReader(() => readQuickAdd),
      () => {},
    );
  }, [wanted, reader]);
  return reader;
}
