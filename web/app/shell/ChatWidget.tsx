import { useLocation } from "@remix-run/react";
import { lazy, Suspense, useEffect, useSyncExternalStore } from "react";
import { chatWindow, loadChatPanel } from "./chat-window";

const ChatPanel = lazy(loadChatPanel);

/** The small chat window beside every page, once its link among the places has opened it. */
export function ChatWidget({ timeZone }: { timeZone: string }) {
  const { open } = useSyncExternalStore(
    chatWindow.subscribe,
    chatWindow.get,
    chatWindow.getInitial,
  );
  const { pathname } = useLocation();
  const onChatPage = pathname.startsWith("/chatbot");

  useEffect(() => {
    if (onChatPage) chatWindow.set({ open: false });
  }, [onChatPage]);

  if (onChatPage || !open) return null;
  return (
    <Suspense>
      <ChatPanel timeZone={timeZone} onClose={() => chatWindow.set({ open: false })} />
    </Suspense>
  );
}
