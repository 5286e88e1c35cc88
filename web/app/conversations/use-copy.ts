import { useCallback, useEffect, useState } from "react";

const SHOWN_MS = 2_000;

/** Puts a text on the clipboard, and says for two seconds that it is there. */
export function useCopy(): { copied: boolean; copy(text: string): void } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = useCallback((text: string) => {
    // Where the page may not write there, nothing is claimed.
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => {},
    );
  }, []);
  return { copied, copy };
}
