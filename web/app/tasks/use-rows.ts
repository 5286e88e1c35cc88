import { type FocusEvent, useCallback, useEffect, useState } from "react";

/**
 * One row of the list at a time can be reached with Tab; j and k, or the pointer, choose which.
 * Before the script runs every row can be.
 *
 * @param ids the rows, in the order they stand
 * @returns the row that Tab reaches; null while all of them are
 */
export function useRows(ids: number[]) {
  const [live, setLive] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => setLive(true), []);

  const onFocus = useCallback((event: FocusEvent) => {
    const row = event.target.closest<HTMLElement>("[data-row]");
    if (row) setChosen(Number(row.dataset.row));
  }, []);

  const current = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null);
  return { current: live ? current : null, onFocus };
}
