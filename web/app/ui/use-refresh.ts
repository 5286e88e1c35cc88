import { useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";

/**
 * Loads the page's data again, one load at a time: asked meanwhile, it loads once more afterwards.
 * Remix itself would abort the load that is under way, and complain about it in the console.
 */
export function useRefresh(): () => void {
  const { revalidate, state } = useRevalidator();
  const navigation = useNavigation();
  const idle = state === "idle" && navigation.state === "idle";
  const loading = useRef(false);
  const again = useRef(false);

  useEffect(() => {
    loading.current = !idle;
    if (!idle || !again.current) return;
    again.current = false;
    loading.current = true;
    revalidate();
  }, [idle, revalidate]);

  return useCallback(() => {
    if (loading.current) {
      again.current = true;
      return;
    }
    loading.current = true;
    revalidate();
  }, [revalidate]);
}
