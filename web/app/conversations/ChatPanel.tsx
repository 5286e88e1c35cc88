import { Link } from "@remix-run/react";
import { Maximize2, Plus, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useDates } from "#app/i18n/use-format";
import { IconButton } from "#app/ui/Button";
import { Problem } from "#app/ui/Problem";
import { Sheet } from "#app/ui/Sheet";
import { ChatBox } from "./ChatBox";
import { RetryButton } from "./RetryButton";
import { useOpenConversation } from "./use-open-conversation";

const glyph = { "aria-hidden": true, size: 20, strokeWidth: 1.5 } as const;

/** The chat in the corner; the page beside it can be used. On a phone it is a sheet over the page. */
export default function ChatPanel({
  timeZone,
  onClose,
}: {
  timeZone: string;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { loaded, failed, round, refresh, begun, startNew } = useOpenConversation(i18n.language);
  const dates = useDates(timeZone, loaded?.now ?? "1970-01-01T00:00:00Z");
  const body = useRef<HTMLDivElement>(null);
  const conversation = loaded?.conversation ?? null;

  // Where no keyboard would cover it, one can write at once.
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
            key={round}
            conversation={conversation}
            dates={dates}
            refresh={refresh}
            onBegun={begun}
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
