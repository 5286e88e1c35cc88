import { useCallback, useEffect, useState } from "react";
import type { ListedConversation } from "./ConversationRow";
import { findConversations } from "./chat-client";

const TYPING_MS = 200;

/** The conversations that say what is looked for; null while nothing is. */
export function useFoundConversations(search: string, language: string) {
  const [found, setFound] = useState<ListedConversation[] | null>(null);
  const [round, setRound] = useState(0);
  const wanted = search.trim();

  // biome-ignore lint/correctness/useExhaustiveDependencies: each round looks again
  useEffect(() => {
    if (!wanted) return setFound(null);
    let stale = false;
    const timer = setTimeout(async () => {
      try {
        const { conversations } = await findConversations(wanted, language);
        if (!stale) setFound(conversations);
      } catch {
        // What was found before stays.
      }
    }, TYPING_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [wanted, language, round]);

  return { found, again: useCallback(() => setRound((count) => count + 1), []) };
}
