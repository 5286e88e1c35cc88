import { useCallback, useEffect, useRef, useState } from "react";
import { readDraft, saveDraft } from "./device-storage";

/**
 * The draft of a conversation's next message, and its setter. It survives a reload, and switching
 * conversations.
 */
export function useDraft(conversation: number | null) {
  const [text, setText] = useState("");
  const latest = useRef({ conversation, text });

  useEffect(() => {
    const previous = latest.current;
    // A new conversation has got its number while the next message was being written.
    if (previous.conversation === null && conversation !== null && previous.text) {
      saveDraft(null, "");
      if (!readDraft(conversation)) saveDraft(conversation, previous.text);
    }
    const draft = readDraft(conversation);
    latest.current = { conversation, text: draft };
    setText(draft);
  }, [conversation]);

  const setDraft = useCallback((next: string) => {
    latest.current.text = next;
    saveDraft(latest.current.conversation, next);
    setText(next);
  }, []);

  return [text, setDraft] as const;
}
