import { useCallback, useEffect, useRef, useState } from "react";
import { keepDraft, readDraft } from "./device-memory";

/** What is being written in a conversation; it survives a reload, and a look at another one. */
export function useDraft(conversation: number | null) {
  const [text, setText] = useState("");
  const now = useRef({ conversation, text });

  useEffect(() => {
    const before = now.current;
    // A new conversation got its number while the next message was being written.
    if (before.conversation === null && conversation !== null && before.text) {
      keepDraft(null, "");
      if (!readDraft(conversation)) keepDraft(conversation, before.text);
    }
    const kept = readDraft(conversation);
    now.current = { conversation, text: kept };
    setText(kept);
  }, [conversation]);

  const write = useCallback((next: string) => {
    now.current.text = next;
    keepDraft(now.current.conversation, next);
    setText(next);
  }, []);

  return [text, write] as const;
}
