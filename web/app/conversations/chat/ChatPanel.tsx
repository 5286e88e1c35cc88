import { Link, useLocation } from "@remix-run/react";
import { Maximize2, Plus, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useShownTasks } from "#app/conversations/answers/use-shown-tasks";
import type { Message } from "#app/conversations/messages/message";
import { useDates } from "#app/i18n/use-format";
import { IconButton } from "#app/ui/controls/Button";
import { Problem } from "#app/ui/feedback/Problem";
import { Sheet } from "#app/ui/overlays/Sheet";
import { ChatBox } from "./ChatBox";
import { RetryButton } from "./RetryButton";
import { useOpenConversation } from "./use-open-conversation";

const glyph = { "aria-hidden": true, size: 20, strokeWidth: 1.5 } as const;

const NO_MESSAGES: Message[] = [];

/** The chat widget's panel: a non-modal corner window, or a sheet on a phone. */
export default function ChatPanel({
  timeZone,
  onClose,
}: {
  timeZone: string;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { loaded, failed, resets, refresh, created, startNew } = useOpenConversation(i18n.language);
  const body = useRef<HTMLDivElement>(null);
  const conversation = loaded?.conversation ?? null;
  const shown = useShownTasks(conversation?.messages ?? NO_MESSAGES);
  const dates = useDates(timeZone, shown.now);
  useCloseOnOpened(onClose);

  // Not on phones, where focus would open the keyboard over the panel.
  const ready = loaded !== null;
  useEffect(() => {
    const roomy = window.matchMedia("(min-width: 48rem)").matches;
    if (ready && roomy) body.current?.querySelector("textarea")?.focus();
  }, [ready]);

  return (
    <Sheet
      place="corner"
      labelledBy="chat-panel-title"
      onClose={onClose}
      returnTo={() => document.querySelector<HTMLElement>("[data-corner=button]")}
      className="overflow-hidden"
    >
      <div ref={body} data-corner="panel" className="flex h-full min-h-0 flex-col bg-page">
        <header className="flex items-center border-b ps-4 **:focus-visible:-outline-offset-4">
          <h2 id="chat-panel-title" tabIndex={-1} className="dense me-auto min-w-0 truncate">
            <bdi>{loaded?.title || t("chat.title")}</bdi>
          </h2>
          <IconButton type="button" label={t("chat.newConversation")} onClick={startNew}>
            <Plus {...glyph} />
          </IconButton>
          <Link
            to={`/chatbot?c=${conversation?.id ?? "new"}`}
            aria-label={t("chat.widget.page")}
            title={t("chat.widget.page")}
            className="inline-flex size-11 shrink-0 items-center justify-center text-quiet pointer:hover:text-ink"
          >
            <Maximize2 {...glyph} className="rtl:-scale-x-100" />
          </Link>
          <IconButton type="button" label={t("ui.close")} onClick={onClose}>
            <X {...glyph} />
          </IconButton>
        </header>
        {loaded ? (
          <ChatBox
            key={resets}
            conversation={conversation}
            shown={shown}
            dates={dates}
            refresh={refresh}
            onCreated={created}
          />
        ) : failed ? (
          <div className="p-4">
            <Problem action={<RetryButton onClick={refresh} />}>{t("errors.offline")}</Problem>
          </div>
        ) : (
          <div aria-hidden="true" className="late flex flex-col gap-4 p-4">
            <div className="h-4 w-1/2 self-end bg-hairline" />
            <div className="h-4 w-full bg-hairline" />
            <div className="h-4 w-2/3 bg-hairline" />
          </div>
        )}
      </div>
    </Sheet>
  );
}

/** On a phone, where the panel covers what one of its links has opened. */
function useCloseOnOpened(onClose: () => void): void {
  const { key } = useLocation();
  const opened = useRef(key);
  useEffect(() => {
    if (key === opened.current) return;
    opened.current = key;
    if (window.matchMedia("(max-width: 47.99rem)").matches) onClose();
  }, [key, onClose]);
}
