import { useLocation } from "@remix-run/react";
import { LoaderCircle, MessageCircle } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

const loadPanel = () => import("#app/conversations/chat/ChatPanel");
const ChatPanel = lazy(loadPanel);

/**
 * The chat on every page: a button in the corner that opens a small chat window. Before hydration,
 * or without JavaScript, it is a link to the chat page. The window's code is loaded on hover or focus.
 */
export function ChatWidget({ timeZone }: { timeZone: string }) {
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const onChatPage = pathname.startsWith("/chatbot");

  useEffect(() => {
    if (onChatPage) setOpen(false);
  }, [onChatPage]);

  if (onChatPage) return null;
  if (!open) return <ChatButton onOpen={() => setOpen(true)} />;
  return (
    <Suspense fallback={<ChatButton loading />}>
      <ChatPanel timeZone={timeZone} onClose={() => setOpen(false)} />
    </Suspense>
  );
}

function ChatButton({ onOpen, loading = false }: { onOpen?: () => void; loading?: boolean }) {
  const { t } = useTranslation();
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  const Glyph = loading ? LoaderCircle : MessageCircle;
  return (
    <a
      href="/chatbot"
      data-corner="button"
      {...(hydrated && { role: "button", "aria-haspopup": "dialog" })}
      aria-label={t("chat.widget.open")}
      title={t("chat.widget.open")}
      onPointerEnter={loadPanel}
      onFocus={loadPanel}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onOpen?.();
      }}
      onKeyDown={(event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        onOpen?.();
      }}
      className="fixed end-4 bottom-[max(1rem,env(safe-area-inset-bottom))] z-20 inline-flex size-14 items-center justify-center rounded-full border border-ink bg-ink text-page shadow-float transition-transform duration-150 ease-out active:scale-95 print:hidden"
    >
      <Glyph
        aria-hidden="true"
        size={20}
        strokeWidth={1.5}
        className={loading ? "turn" : "rtl:-scale-x-100"}
      />
    </a>
  );
}
