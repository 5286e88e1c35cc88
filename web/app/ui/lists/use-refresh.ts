import { useMatches, useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";

/**
 * Returns a function that revalidates the page's loaders. Calls during a load are merged into one more
 * load after it; Remix itself would abort the running load and log an error.
 */
export function useRefresh(): () => void {
  const { revalidate, state } = useRevalidator();
  const navigation = useNavigation();
  // New after each load, also after one that a busy browser has begun and ended in one render.
  const loaded = useMatches();
  const idle = state === "idle" && navigation.state === "idle";
  const loading = useRef(false);
  const queued = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when something was loaded
  useEffect(() => {
    loading.current = !idle;
    if (!idle || !queued.current) return;
    queued.current = false;
    loading.current = true;
    revalidate();
  }, [idle, loaded, revalidate]);

  return useCallback(() => {
    if (loading.current) {
      queued.current = true;
      return;
    }
    loading.current = true;
    revalidate();
  }, [revalidate]);
}
