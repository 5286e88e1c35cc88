import { useCallback, useEffect, useReducer, useRef } from "react";
import type { AttachmentPart } from "./attachment";
import { answerApprovals, ChatProblem, type StartedRun, sendMessage, stopRun } from "./chat-client";
import {
  type ChatState,
  chatReducer,
  filesIn,
  initialChat,
  type StoredConversation,
} from "./chat-state";
import { followRun } from "./follow-run";

/**
 * A conversation that is alive: what the server has stored, and on top of it the run that works.
 * When a run pauses or ends, the stored conversation takes over.
 *
 * @param refresh loads what is stored again
 * @param onBegun hears of the conversation that a first message began
 */
export function useChat(
  conversation: StoredConversation | null,
  language: string,
  refresh: () => void,
  onBegun: (conversationId: number) => void,
) {
  const [state, dispatch] = useReducer(chatReducer, conversation, initialChat);
  const unfollow = useRef(() => {});
  const stateNow = useRef<ChatState>(state);
  stateNow.current = state;

  const follow = useCallback(
    (runId: string, after: number) => {
      unfollow.current();
      unfollow.current = followRun(runId, after, {
        event(event) {
          dispatch({ type: "event", runId, event });
          const { type } = event;
          const ended = type.startsWith("run.") && type !== "run.started";
          if (ended || type === "approval.required" || type === "tool.completed") refresh();
        },
        connected: (yes) => dispatch({ type: "connected", yes }),
        lost() {
          dispatch({ type: "lost" });
          refresh();
        },
      });
    },
    [refresh],
  );

  // What the server has stored is new: another conversation, or this one gone on.
  useEffect(() => {
    dispatch({ type: "stored", conversation });
  }, [conversation]);

  // A run that was at work when the page came, on this device or another.
  const working = conversation?.activeRun?.status === "running" ? conversation.activeRun : null;
  const [workingId, workingSeq] = [working?.id, working?.lastSeq ?? 0];
  useEffect(() => {
    if (!workingId || stateNow.current.live?.runId === workingId) return;
    dispatch({ type: "begin", runId: workingId });
    follow(workingId, workingSeq);
  }, [workingId, workingSeq, follow]);

  useEffect(() => () => unfollow.current(), []);

  const begin = useCallback(
    async (start: () => Promise<StartedRun>): Promise<StartedRun | null> => {
      try {
        const started = await start();
        dispatch({ type: "begin", runId: started.run_id, conversationId: started.conversation_id });
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
      const { conversationId } = stateNow.current;
      if (conversationId === null) return;
      const key = performance.now();
      dispatch({ type: "queue", key, text: message, files });
      try {
        const { run_id: runId } = await sendMessage({
          message,
          attachments: files.map(({ id }) => id),
          conversation_id: conversationId,
          locale: language,
        });
        dispatch({ type: "queued", key, runId });
        // The run before it ended meanwhile: nothing else would tell of this one.
        if (!stateNow.current.busy) refresh();
      } catch (error) {
        const detail = error instanceof ChatProblem ? error.message : "";
        dispatch({ type: "unqueued", key, detail });
      }
    },
    [language, refresh],
  );

  const send = useCallback(
    async (text: string, replaces?: string, attached?: AttachmentPart[]) => {
      const message = text.trim();
      const { conversationId, busy, queued } = stateNow.current;
      // What is said otherwise keeps its files.
      const files = attached ?? filesIn(stateNow.current, replaces);
      if (!message && files.length === 0) return;
      // Also between one run and the next: what came first is answered first.
      if (busy || queued.length > 0) return queue(message, files);
      dispatch({ type: "say", text: message, files, replaces });
      const started = await begin(() =>
        sendMessage({
          message,
          attachments: files.map(({ id }) => id),
          replaces,
          conversation_id: conversationId ?? undefined,
          locale: language,
        }),
      );
      if (started && started.conversation_id !== conversationId) {
        onBegun(started.conversation_id);
      }
    },
    [begin, queue, language, onBegun],
  );

  const answer = useCallback(
    (runId: string, approve: string[], reject: string[]) => {
      if (stateNow.current.busy) return;
      dispatch({ type: "wait" });
      return begin(() => answerApprovals(runId, { approve, reject }, language));
    },
    [begin, language],
  );

  const stop = useCallback(() => {
    const { live } = stateNow.current;
    if (live) stopRun(live.runId, language).catch(() => dispatch({ type: "lost" }));
  }, [language]);

  return { state, send, answer, stop };
}
