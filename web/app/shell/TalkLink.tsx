import { NavLink, useLocation } from "@remix-run/react";
import { MessageCircle } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { chatWindow, loadChatPanel } from "./chat-window";

/**
 * Leads to the chat: a small window over the page; before hydration, without JavaScript or in a new
 * tab the chat page. The window's code is loaded on hover or focus.
 */
export function TalkLink() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { open } = useSyncExternalStore(
    chatWindow.subscribe,
    chatWindow.get,
    chatWindow.getInitial,
  );
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  const content = (
    <>
      <MessageCircle
        aria-hidden="true"
        size={20}
        strokeWidth={1.5}
        className="shrink-0 rtl:-scale-x-100"
      />
      <span className="place-label">{t("nav.talk")}</span>
    </>
  );
  if (pathname.startsWith("/chatbot")) {
    return (
      <NavLink to="/chatbot" title={t("nav.talk")} className="place">
        {content}
      </NavLink>
    );
  }
  return (
    <a
      href="/chatbot"
      data-corner="button"
      {...(hydrated && { role: "button", "aria-haspopup": "dialog", "aria-expanded": open })}
      aria-label={t("chat.widget.open")}
      title={t("chat.widget.open")}
      onPointerEnter={() => void loadChatPanel()}
      onFocus={() => void loadChatPanel()}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        chatWindow.set({ open: true });
      }}
      onKeyDown={(event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        chatWindow.set({ open: true });
      }}
      className="place"
    >
      {content}
    </a>
  );
}
