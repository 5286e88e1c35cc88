import { useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ShownTasksData } from "#app/conversations/answers/read-shown-tasks.server";
import { ShownTasksProvider, useFindTask } from "#app/conversations/answers/shown-tasks";
import { useAttachments } from "#app/conversations/attachments/use-attachments";
import { addTexts } from "#app/i18n/add-texts";
import { chatBoxTexts } from "#app/i18n/chat-box-texts";
import type { DateContext } from "#app/i18n/dates";
import { ChatThread } from "./ChatThread";
import { Composer } from "./Composer";
import type { StoredConversation } from "./chat-state";
import { useChat } from "./use-chat";
import { useDraft } from "./use-draft";
import { useKept } from "./use-kept";

/** A conversation with its composer. */
export function ChatBox({
  conversation,
  shown,
  dates,
  refresh,
  onCreated,
}: {
  conversation: StoredConversation | null;
  /** What the tasks are now that its answers name. */
  shown: ShownTasksData;
  dates: DateContext;
  /** Reloads the stored conversation. */
  refresh: () => void;
  /** Called with the number of the conversation that the first message created. */
  onCreated: (conversationId: number) => void;
}) {
  const { i18n } = useTranslation();
  addTexts(i18n, chatBoxTexts);
  const [text, setText] = useDraft(conversation?.id ?? null);
  const { state, send, answer, stop } = useChat(conversation, i18n.language, refresh, onCreated);

  const attachments = useAttachments(conversation?.id ?? null, i18n.language);
  const { uploading, hasUploaded, take, restore } = attachments;

  // A refused message returns to the composer, unless the person has written something new.
  const { unsent, unsentFiles } = state;
  const empty = text === "";
  useEffect(() => {
    if (unsent && empty) setText(unsent);
  }, [unsent, empty, setText]);

  useEffect(() => restore(unsentFiles), [unsentFiles, restore]);

  const kept = useKept(state.conversationId, refresh, onCreated);

  // Shows messages from other devices and tabs.
  useEffect(() => {
    const refreshIfVisible = () => document.visibilityState === "visible" && refresh();
    document.addEventListener("visibilitychange", refreshIfVisible);
    return () => document.removeEventListener("visibilitychange", refreshIfVisible);
  }, [refresh]);

  const submit = useCallback(() => {
    // A new conversation has no number to send to until its first message is accepted.
    if (
      (!text.trim() && !hasUploaded) ||
      uploading ||
      (state.busy && state.conversationId === null)
    )
      return;
    setText("");
    send(text, undefined, take());
  }, [text, hasUploaded, uploading, setText, send, take, state.busy, state.conversationId]);

  // The pressed button disappears: keyboard users continue in the composer. Not after a tap, which
  // would open a phone's keyboard.
  const field = useRef<HTMLTextAreaElement>(null);
  const focusComposer = useCallback(() => {
    if (document.activeElement?.matches(":focus-visible")) field.current?.focus();
  }, []);
  const sendAndFocus = useCallback<typeof send>(
    (...args) => {
      focusComposer();
      return send(...args);
    },
    [focusComposer, send],
  );
  const answerAndFocus = useCallback<typeof answer>(
    (...args) => {
      focusComposer();
      return answer(...args);
    },
    [focusComposer, answer],
  );
  const waiting = conversation?.activeRun?.status === "awaiting_approval" && conversation.activeRun;
  return (
    <>
      <ShownTasksProvider value={useFindTask(shown)}>
        <ChatThread
          state={state}
          dates={dates}
          waiting={waiting || null}
          kept={kept}
          onSend={sendAndFocus}
          onAnswer={answerAndFocus}
          onRetryUnsent={submit}
        />
      </ShownTasksProvider>
      <Composer
        field={field}
        text={text}
        onText={setText}
        attachments={attachments}
        onSend={submit}
        onStop={stop}
        accepting={!state.busy || state.conversationId !== null}
        stoppable={state.live !== null && state.busy}
      />
    </>
  );
}
