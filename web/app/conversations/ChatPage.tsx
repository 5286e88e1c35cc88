import { useNavigate } from "@remix-run/react";
import { MessagesSquare, X } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDates } from "#app/i18n/use-format";
import { useLiveTasks } from "#app/tasks/use-live-tasks";
import { IconButton } from "#app/ui/Button";
import { Sheet } from "#app/ui/Sheet";
import { useRefresh } from "#app/ui/use-refresh";
import { ChatBox } from "./ChatBox";
import { ConversationList } from "./ConversationList";
import { keepOpenConversation } from "./device-memory";
import type { ChatPageData } from "./read-chat-page.server";
import { TasksBeside } from "./TasksBeside";

/** Conversations, the conversation, and the list that it is about; on a phone the middle alone. */
export function ChatPage({
  conversation,
  conversations,
  tasks,
  open,
  timeZone,
  now,
}: ChatPageData) {
  const { t } = useTranslation();
  const dates = useDates(timeZone, now);
  useLiveTasks(now);
  const refresh = useRefresh();
  const navigate = useNavigate();
  const [listed, setListed] = useState(false);
  const current = conversation?.id ?? null;

  useEffect(() => {
    setListed(false);
    if (current !== null) keepOpenConversation(current);
  }, [current]);

  const onBegun = useCallback(
    (id: number) => navigate(`/chatbot?c=${id}`, { replace: true, preventScrollReset: true }),
    [navigate],
  );

  const list = (
    <ConversationList
      conversations={conversations}
      current={current}
      label={t("chat.conversations")}
      onChanged={refresh}
      onOpen={() => setListed(false)}
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
            onClick={() => setListed(true)}
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
        {listed && (
          <Sheet place="side" labelledBy="listed-title" onClose={() => setListed(false)}>
            <div className="flex items-center justify-between border-b ps-4">
              <h2 id="listed-title" tabIndex={-1} className="note text-quiet">
                {t("chat.conversations")}
              </h2>
              <IconButton type="button" label={t("ui.close")} onClick={() => setListed(false)}>
                <X aria-hidden="true" size={20} strokeWidth={1.5} />
              </IconButton>
            </div>
            {list}
          </Sheet>
        )}
        <h1 className="sr-only">{title}</h1>
        <ChatBox conversation={conversation} dates={dates} refresh={refresh} onBegun={onBegun} />
      </main>
      <div className="overflow-y-auto border-s max-md:hidden">
        <TasksBeside tasks={tasks} open={open} dates={dates} />
      </div>
    </div>
  );
}
