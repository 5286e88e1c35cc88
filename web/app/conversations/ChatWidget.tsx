import { useLocation } from "@remix-run/react";
import { LoaderCircle, MessageCircle } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

const loadPanel = () => import("./ChatPanel");
const ChatPanel = lazy(loadPanel);

/**
 * The chat, from every page: a button in the corner that opens it in a small window. Before the
 * script is there, or without one, it is a link to the chat page. What the window needs is loaded
 * when somebody is about to press.
 */
export function ChatWidget({ timeZone }: { timeZone: string }) {
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const there = pathname.startsWith("/chatbot");

  useEffect(() => {
    if (there) setOpen(false);
  }, [there]);

  if (there) return null;
  if (!open) return <ChatButton onOpen={() => setOpen(true)} />;
  return (
    <Suspense fallback={<ChatButton waiting />}>
      <ChatPanel timeZone={timeZone} onClose={() => setOpen(false)} />
    </Suspense>
  );
}

function ChatButton({ onOpen, waiting = false }: { onOpen?: () => void; waiting?: boolean }) {
  const { t } = useTranslation();
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const Glyph = waiting ? LoaderCircle : MessageCircle;
  return (
    <a
      href="/chatbot"
      data-corner="button"
      {...(scripted && { role: "button", "aria-haspopup": "dialog" })}
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
        className={waiting ? "turn" : "rtl:-scale-x-100"}
      />
    </a>
  );
}
