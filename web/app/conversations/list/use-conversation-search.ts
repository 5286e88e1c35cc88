import { useCallback, useEffect, useState } from "react";
import { findConversations } from "#app/conversations/chat/chat-client";
import type { ListedConversation } from "./ConversationRow";

const DEBOUNCE_MS = 200;

/** Searches conversations while the person types; `found` is null while the search is empty. */
export function useConversationSearch(search: string, language: string) {
  const [found, setFound] = useState<ListedConversation[] | null>(null);
  const [attempt, setAttempt] = useState(0);
  const words = search.trim();

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt searches again
  useEffect(() => {
    if (!words) return setFound(null);
    let stale = false;
    const timer = setTimeout(async () => {
      try {
        const { conversations } = await findConversations(words, language);
        if (!stale) setFound(conversations);
      } catch {
        // Keep showing the previous results.
      }
    }, DEBOUNCE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [words, language, attempt]);

  return { found, searchAgain: useCallback(() => setAttempt((count) => count + 1), []) };
}
