import { useNavigate } from "@remix-run/react";
import { MessagesSquare, X } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ConversationList } from "#app/conversations/list/ConversationList";
import { useDates } from "#app/i18n/use-format";
import { useLiveTasks } from "#app/tasks/list/use-live-tasks";
import { IconButton } from "#app/ui/controls/Button";
import { useRefresh } from "#app/ui/lists/use-refresh";
import { Sheet } from "#app/ui/overlays/Sheet";
import { ChatBox } from "./ChatBox";
import { saveOpenConversation } from "./device-storage";
import type { ChatPageData } from "./read-chat-page.server";
import { TaskSidebar } from "./TaskSidebar";

/** The chat page: conversations, chat and tasks; on a phone only the chat. */
export function ChatPage({
  conversation,
  conversations,
  tasks,
  shown,
  open,
  timeZone,
  now,
}: ChatPageData) {
  const { t } = useTranslation();
  const dates = useDates(timeZone, now);
  useLiveTasks(now);
  const refresh = useRefresh();
  const navigate = useNavigate();
  const [listOpen, setListOpen] = useState(false);
  const current = conversation?.id ?? null;

  useEffect(() => {
    setListOpen(false);
    if (current !== null) saveOpenConversation(current);
  }, [current]);

  const onCreated = useCallback(
    (id: number) => navigate(`/chatbot?c=${id}`, { replace: true, preventScrollReset: true }),
    [navigate],
  );

  const list = (
    <ConversationList
      conversations={conversations}
      current={current}
      label={t("chat.conversations")}
      onChanged={refresh}
      onOpen={() => setListOpen(false)}
    />
  );
  const title = conversation?.title || t("chat.title");

  return (
    <div className="mx-auto grid w-full max-w-[1280px] min-h-0 flex-1 grid-rows-[minmax(0,1fr)] md:grid-cols-[minmax(0,1fr)_300px] xl:grid-cols-[264px_minmax(0,1fr)_300px]">
      <div className="overflow-y-auto border-e py-4 max-xl:hidden">{list}</div>
      <main id="content" className="flex min-h-0 min-w-0 flex-col overflow-hidden">
        <div className="flex items-center gap-2 border-b px-4 md:px-8 xl:hidden">
          <button
            type="button"
            onClick={() => setListOpen(true)}
            aria-haspopup="dialog"
            aria-label={t("chat.conversations")}
            title={t("chat.conversations")}
            className="-ms-3 inline-flex size-11 shrink-0 items-center justify-center text-ink"
          >
            <MessagesSquare aria-hidden="true" size={20} strokeWidth={1.5} />
          </button>
          <p className="dense min-w-0 truncate text-quiet">
            <bdi>{title}</bdi>
          </p>
        </div>
        {listOpen && (
          <Sheet place="side" labelledBy="listed-title" onClose={() => setListOpen(false)}>
            <div className="flex items-center justify-between border-b ps-4">
              <h2 id="listed-title" tabIndex={-1} className="note text-quiet">
                {t("chat.conversations")}
              </h2>
              <IconButton type="button" label={t("ui.close")} onClick={() => setListOpen(false)}>
                <X aria-hidden="true" size={20} strokeWidth={1.5} />
              </IconButton>
            </div>
            {list}
          </Sheet>
        )}
        <h1 className="sr-only">{title}</h1>
        <ChatBox
          conversation={conversation}
          shown={shown}
          dates={dates}
          refresh={refresh}
          onCreated={onCreated}
        />
      </main>
      <div className="overflow-y-auto border-s max-md:hidden">
        <TaskSidebar tasks={tasks} open={open} dates={dates} />
      </div>
    </div>
  );
}
