import { useCallback, useEffect, useReducer, useRef } from "react";
import type { AttachmentPart } from "#app/conversations/messages/message";
import { openRunEventSource } from "#app/conversations/runs/run-event-source";
import { answerApprovals, ChatProblem, type StartedRun, sendMessage, stopRun } from "./chat-client";
import {
  type ChatState,
  chatReducer,
  filesIn,
  initialChat,
  type StoredConversation,
} from "./chat-state";

/**
 * The state and actions of a chat: the stored conversation, and on top of it the running run. When
 * the run pauses or ends, the stored conversation replaces its events.
 *
 * @param refresh reloads the stored conversation
 * @param onCreated called with the number of the conversation that a first message created
 */
export function useChat(
  conversation: StoredConversation | null,
  language: string,
  refresh: () => void,
  onCreated: (conversationId: number) => void,
) {
  const [state, dispatch] = useReducer(chatReducer, conversation, initialChat);
  const unsubscribe = useRef(() => {});
  const latest = useRef<ChatState>(state);
  latest.current = state;

  const follow = useCallback(
    (runId: string, after: number) => {
      unsubscribe.current();
      unsubscribe.current = openRunEventSource(runId, after, {
        onEvent(event) {
          dispatch({ type: "event", runId, event });
          const { type } = event;
          const ended = type.startsWith("run.") && type !== "run.started";
          if (ended || type === "approval.required" || type === "tool.completed") refresh();
        },
        onConnectionChange: (connected) => dispatch({ type: "connection", connected }),
        onLost() {
          dispatch({ type: "lost" });
          refresh();
        },
      });
    },
    [refresh],
  );

  useEffect(() => {
    dispatch({ type: "stored", conversation });
  }, [conversation]);

  // A run that was running when the page loaded, started on any device.
  const running = conversation?.activeRun?.status === "running" ? conversation.activeRun : null;
  const [runningId, runningSeq] = [running?.id, running?.lastSeq ?? 0];
  useEffect(() => {
    if (!runningId || latest.current.live?.runId === runningId) return;
    dispatch({ type: "started", runId: runningId });
    follow(runningId, runningSeq);
  }, [runningId, runningSeq, follow]);

  useEffect(() => () => unsubscribe.current(), []);

  const startRun = useCallback(
    async (request: () => Promise<StartedRun | null>): Promise<StartedRun | null> => {
      try {
        const started = await request();
        if (!started) {
          dispatch({ type: "kept" });
          return null;
        }
        dispatch({
          type: "started",
          runId: started.run_id,
          conversationId: started.conversation_id,
        });
        follow(started.run_id, started.last_event_id);
        return started;
      } catch (error) {
        const detail = error instanceof ChatProblem ? error.message : "";
        dispatch({ type: "refused", detail });
        return null;
      }
    },
    [follow],
  );

  const queue = useCallback(
    async (message: string, files: AttachmentPart[]) => {
      const { conversationId } = latest.current;
      if (conversationId === null) return;
      const key = performance.now();
      dispatch({ type: "queue", key, text: message, files });
      try {
        const started = await sendMessage({
          message,
          attachments: files.map(({ id }) => id),
          conversation_id: conversationId,
          locale: language,
        });
        if (!started) return dispatch({ type: "kept", key });
        dispatch({ type: "queued", key, runId: started.run_id });
        // The run before it has ended meanwhile; nothing else would load the next one.
        if (!latest.current.busy) refresh();
      } catch (error) {
        const detail = error instanceof ChatProblem ? error.message : "";
        dispatch({ type: "queueRefused", key, detail });
      }
    },
    [language, refresh],
  );

  const send = useCallback(
    async (text: string, replaces?: string, attached?: AttachmentPart[]) => {
      const message = text.trim();
      const { conversationId, busy, queued } = latest.current;
      // A replacing message keeps the files of the replaced one.
      const files = attached ?? filesIn(latest.current, replaces);
      if (!message && files.length === 0) return;
      // Also between two runs: messages are answered in order.
      if (busy || queued.length > 0) return queue(message, files);
      dispatch({ type: "send", text: message, files, replaces });
      const started = await startRun(() =>
        sendMessage({
          message,
          attachments: files.map(({ id }) => id),
          replaces,
          conversation_id: conversationId ?? undefined,
          locale: language,
        }),
      );
      if (started && started.conversation_id !== conversationId) {
        onCreated(started.conversation_id);
      }
    },
    [startRun, queue, language, onCreated],
  );

  const answer = useCallback(
    (runId: string, approve: string[], reject: string[]) => {
      if (latest.current.busy) return;
      dispatch({ type: "answer" });
      return startRun(() => answerApprovals(runId, { approve, reject }, language));
    },
    [startRun, language],
  );

  const stop = useCallback(() => {
    const { live } = latest.current;
    if (live) stopRun(live.runId, language).catch(() => dispatch({ type: "lost" }));
  }, [language]);

  return { state, send, answer, stop };
}
