import { MessagesSquare } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDates } from "#app/i18n/use-format";
import { useLiveTasks } from "#app/tasks/use-live-tasks";
import { Menu } from "#app/ui/Menu";
import { useRefresh } from "#app/ui/use-refresh";
import { ChatThread } from "./ChatThread";
import { Composer } from "./Composer";
import { ConversationList } from "./ConversationList";
import type { ChatPageData } from "./read-chat-page.server";
import { TasksBeside } from "./TasksBeside";
import { useChat } from "./use-chat";

/** Conversations, the conversation, and the list that it is about; on a phone the middle alone. */
export function ChatPage({
  conversation,
  conversations,
  tasks,
  open,
  timeZone,
  now,
}: ChatPageData) {
  const { t, i18n } = useTranslation();
  const dates = useDates(timeZone, now);
  useLiveTasks(now);
  const [text, setText] = useState("");
  const { state, send, answer, stop } = useChat(conversation, i18n.language, useRefresh());
  const current = conversation?.id ?? null;

  // A message that was not taken goes back to where it was written, unless something new is there.
  const { unsent } = state;
  useEffect(() => {
    if (unsent) setText((written) => written || unsent);
  }, [unsent]);

  const say = useCallback(
    (message: string) => {
      setText("");
      send(message);
    },
    [send],
  );

  const waiting = conversation?.activeRun?.status === "awaiting_approval" && conversation.activeRun;
  const list = (
    <ConversationList
      conversations={conversations}
      current={current}
      label={t("chat.conversations")}
    />
  );
  const title = conversation?.title ?? t("chat.title");

  return (
    <div className="mx-auto grid w-full max-w-[1280px] min-h-0 flex-1 grid-rows-[minmax(0,1fr)] md:grid-cols-[minmax(0,1fr)_300px] xl:grid-cols-[220px_minmax(0,1fr)_320px]">
      <div className="overflow-y-auto border-e py-4 max-xl:hidden">{list}</div>
      <main id="content" className="flex min-h-0 min-w-0 flex-col overflow-hidden">
        <div className="flex items-center gap-2 border-b px-4 md:px-8 xl:hidden">
          <Menu
            label={t("chat.conversations")}
            trigger={<MessagesSquare aria-hidden="true" size={20} strokeWidth={1.5} />}
            panelClassName="md:start-0 md:end-auto md:max-h-[60dvh] md:w-72"
          >
            {list}
          </Menu>
          <p className="dense min-w-0 truncate text-quiet">
            <bdi>{title}</bdi>
          </p>
        </div>
        <h1 className="sr-only">{title}</h1>
        <ChatThread
          state={state}
          dates={dates}
          waiting={waiting || null}
          onPick={say}
          onAnswer={answer}
          onRetry={(failed) => say(state.unsent !== null && text.trim() ? text : failed)}
        />
        <Composer
          text={text}
          onText={setText}
          onSend={() => text.trim() && say(text)}
          onStop={stop}
          busy={state.busy}
          stoppable={state.live !== null && state.busy}
        />
      </main>
      <div className="overflow-y-auto border-s max-md:hidden">
        <TasksBeside tasks={tasks} open={open} dates={dates} />
      </div>
    </div>
  );
}
