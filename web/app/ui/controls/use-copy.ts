import { useCallback, useEffect, useState } from "react";

const COPIED_MS = 2_000;

/** Copies a text to the clipboard; `copied` is true for two seconds after it. */
export function useCopy(): { copied: boolean; copy(text: string): void } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = useCallback((text: string) => {
    // If the page may not write to the clipboard, `copied` stays false.
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => {},
    );
  }, []);
  return { copied, copy };
}
