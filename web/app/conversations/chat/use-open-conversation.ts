import { useCallback, useEffect, useRef, useState } from "react";
import { readConversation } from "./chat-client";
import type { StoredConversation } from "./chat-state";
import { readOpenConversation, saveOpenConversation } from "./device-storage";

interface Loaded {
  conversation: StoredConversation | null;
  title: string;
  /** When it was read; relative dates refer to it. */
  now: string;
}

const emptyChat = (): Loaded => ({ conversation: null, title: "", now: new Date().toISOString() });

/** Loads the conversation that is open on this device; `loaded` is null until then. */
export function useOpenConversation(language: string) {
  const [id, setId] = useState(() => readOpenConversation(document.cookie));
  const [loaded, setLoaded] = useState<Loaded | null>(() => (id === null ? emptyChat() : null));
  const [failed, setFailed] = useState(false);
  /** Number of conversations that were started; a key that resets the chat. */
  const [resets, setResets] = useState(0);
  const latestId = useRef(id);
  const loading = useRef(false);
  const reload = useRef(false);

  const refresh = useCallback(async () => {
    if (loading.current) {
      reload.current = true;
      return;
    }
    loading.current = true;
    do {
      reload.current = false;
      const requested = latestId.current;
      if (requested === null) continue;
      try {
        const found = await readConversation(requested, language);
        if (requested !== latestId.current) {
          reload.current = true;
        } else if (found) {
          setLoaded({ ...emptyChat(), conversation: found, title: found.title });
        } else {
          // It was deleted on this or another device.
          saveOpenConversation(null);
          latestId.current = null;
          setId(null);
          setLoaded(emptyChat());
        }
        setFailed(false);
      } catch {
        setFailed(true);
      }
    } while (reload.current);
    loading.current = false;
  }, [language]);

  useEffect(() => {
    latestId.current = id;
    if (id !== null) void refresh();
  }, [id, refresh]);

  const created = useCallback((number: number) => {
    saveOpenConversation(number);
    setId(number);
  }, []);

  const startNew = useCallback(() => {
    saveOpenConversation(null);
    latestId.current = null;
    setId(null);
    setLoaded(emptyChat());
    setResets((count) => count + 1);
  }, []);

  return { loaded, failed, resets, refresh, created, startNew };
}
