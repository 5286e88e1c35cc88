import { useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { ChatThread } from "./ChatThread";
import { Composer } from "./Composer";
import type { StoredConversation } from "./chat-state";
import { useAttachments } from "./use-attachments";
import { useChat } from "./use-chat";
import { useDraft } from "./use-draft";

/** A conversation that one takes part in: what was said, and where to say more. */
export function ChatBox({
  conversation,
  dates,
  refresh,
  onBegun,
}: {
  conversation: StoredConversation | null;
  dates: DateContext;
  /** Loads what is stored again. */
  refresh: () => void;
  /** Hears of the conversation that a first message began. */
  onBegun: (conversationId: number) => void;
}) {
  const { i18n } = useTranslation();
  const [text, setText] = useDraft(conversation?.id ?? null);
  const { state, send, answer, stop } = useChat(conversation, i18n.language, refresh, onBegun);

  const attachments = useAttachments(conversation?.id ?? null, i18n.language);
  const { uploading, some, take, restore } = attachments;

  // A message that was not taken goes back to where it was written, unless something new is there.
  const { unsent, unsentFiles } = state;
  const empty = text === "";
  useEffect(() => {
    if (unsent && empty) setText(unsent);
  }, [unsent, empty, setText]);

  useEffect(() => restore(unsentFiles), [unsentFiles, restore]);

  // What was said on another device, or in another tab.
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && refresh();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [refresh]);

  const submit = useCallback(() => {
    // Until the server has named a new conversation, nothing more can be said in it.
    if ((!text.trim() && !some) || uploading || (state.busy && state.conversationId === null))
      return;
    setText("");
    send(text, undefined, take());
  }, [text, some, uploading, setText, send, take, state.busy, state.conversationId]);

  // What was pressed to say it goes away; on a phone the keyboard stays down.
  const field = useRef<HTMLTextAreaElement>(null);
  const goOn = useCallback(() => {
    if (document.activeElement?.matches(":focus-visible")) field.current?.focus();
  }, []);
  const say = useCallback<typeof send>(
    (...said) => {
      goOn();
      return send(...said);
    },
    [goOn, send],
  );
  const decide = useCallback<typeof answer>(
    (...decided) => {
      goOn();
      return answer(...decided);
    },
    [goOn, answer],
  );
  const waiting = conversation?.activeRun?.status === "awaiting_approval" && conversation.activeRun;
  return (
    <>
      <ChatThread
        state={state}
        dates={dates}
        waiting={waiting || null}
        onSay={say}
        onAnswer={decide}
        onRetryUnsent={submit}
      />
      <Composer
        field={field}
        text={text}
        onText={setText}
        attachments={attachments}
        onSend={submit}
        onStop={stop}
        ready={!state.busy || state.conversationId !== null}
        stoppable={state.live !== null && state.busy}
      />
    </>
  );
}
