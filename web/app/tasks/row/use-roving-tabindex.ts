import { type FocusEvent, useCallback, useEffect, useState } from "react";

/**
 * Roving tabindex: Tab reaches one row of the list, the one that last had the focus. Until JavaScript
 * runs it reaches every row.
 *
 * @param ids the task numbers of the rows, in display order
 * @returns the row that Tab reaches, null for every row; and the focus handler of the list
 */
export function useRovingTabIndex(ids: number[]) {
  const [hydrated, setHydrated] = useState(false);
  const [focused, setFocused] = useState<number | null>(null);
  useEffect(() => setHydrated(true), []);

  const onFocus = useCallback((event: FocusEvent) => {
    const row = event.target.closest<HTMLElement>("[data-row]");
    if (row) setFocused(Number(row.dataset.row));
  }, []);

  const current = focused !== null && ids.includes(focused) ? focused : (ids[0] ?? null);
  return { current: hydrated ? current : null, onFocus };
}
