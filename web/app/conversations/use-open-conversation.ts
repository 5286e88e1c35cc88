import { useCallback, useEffect, useRef, useState } from "react";
import { readConversation } from "./chat-client";
import type { StoredConversation } from "./chat-state";
import { keepOpenConversation, openConversation } from "./device-memory";

interface Loaded {
  conversation: StoredConversation | null;
  title: string;
  /** When it was read; what "tomorrow" is goes by it. */
  now: string;
}

const nothing = (): Loaded => ({ conversation: null, title: "", now: new Date().toISOString() });

/** The conversation that is open on this device, loaded from the server; null until it is there. */
export function useOpenConversation(language: string) {
  const [id, setId] = useState(() => openConversation(document.cookie));
  const [loaded, setLoaded] = useState<Loaded | null>(() => (id === null ? nothing() : null));
  const [failed, setFailed] = useState(false);
  /** Another number is another conversation that begins. */
  const [round, setRound] = useState(0);
  const wanted = useRef(id);
  const loading = useRef(false);
  const again = useRef(false);

  const refresh = useCallback(async () => {
    if (loading.current) {
      again.current = true;
      return;
    }
    loading.current = true;
    do {
      again.current = false;
      const asked = wanted.current;
      if (asked === null) continue;
      try {
        const found = await readConversation(asked, language);
        if (asked !== wanted.current) {
          again.current = true;
        } else if (found) {
          setLoaded({ ...nothing(), conversation: found, title: found.title });
        } else {
          // It was deleted, here or elsewhere.
          keepOpenConversation(null);
          wanted.current = null;
          setId(null);
          setLoaded(nothing());
        }
        setFailed(false);
      } catch {
        setFailed(true);
      }
    } while (again.current);
    loading.current = false;
  }, [language]);

  useEffect(() => {
    wanted.current = id;
    if (id !== null) void refresh();
  }, [id, refresh]);

  const begun = useCallback((number: number) => {
    keepOpenConversation(number);
    setId(number);
  }, []);

  const startNew = useCallback(() => {
    keepOpenConversation(null);
    wanted.current = null;
    setId(null);
    setLoaded(nothing());
    setRound((count) => count + 1);
  }, []);

  return { loaded, failed, round, refresh, begun, startNew };
}
