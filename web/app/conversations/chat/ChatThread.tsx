import { ArrowDown, Clock } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useStickToBottom } from "use-stick-to-bottom";
import { type Approval, textOf } from "#app/conversations/messages/message";
import { textLanguage } from "#app/conversations/messages/text-language";
import type { DateContext } from "#app/i18n/dates";
import { Problem } from "#app/ui/feedback/Problem";
import { AssistantMessage } from "./AssistantMessage";
import { type ChatState, type ShownMessage, shownMessages } from "./chat-state";
import { EmptyChat } from "./EmptyChat";
import { PersonMessage } from "./PersonMessage";
import { RetryButton } from "./RetryButton";

/** The messages of a conversation. Scrolls with new text unless the reader has scrolled up. */
export function ChatThread({
  state,
  dates,
  waiting,
  kept,
  onSend,
  onAnswer,
  onRetryUnsent,
}: {
  state: ChatState;
  /** Messages of this conversation that wait for a connection. */
  kept: readonly { key: string; text: string }[];
  dates: DateContext;
  waiting: { id: string; approvals: Approval[] } | null;
  /** Sends a message, which may replace an earlier one. */
  onSend: (text: string, replaces?: string) => void;
  onAnswer: (runId: string, approve: string[], reject: string[]) => void;
  /** Sends the refused message again. */
  onRetryUnsent: () => void;
}) {
  const { t } = useTranslation();
  const { live, busy, problem } = state;
  const { scrollRef, contentRef, isAtBottom, scrollToBottom } = useStickToBottom({
    initial: "instant",
    // Text arrives in small pieces: animated scrolling would never come to rest.
    resize: "instant",
  });
  const shown = useMemo(() => shownMessages(state), [state]);
  const waitingIds = useMemo(
    () => new Set(busy ? [] : waiting?.approvals.map(({ id }) => id)),
    [waiting, busy],
  );
  const rejected = useMemo(() => rejectedIn(shown), [shown]);
  const answerWaiting = useMemo(
    () =>
      waiting
        ? (approve: string[], reject: string[]) => onAnswer(waiting.id, approve, reject)
        : undefined,
    [waiting, onAnswer],
  );
  const resend = useMemo(
    () => (busy ? undefined : (id: string, text: string) => onSend(text, id)),
    [busy, onSend],
  );
  const askAgain = useMemo(
    () => (busy ? undefined : (runId: string) => onSend(questionOf(shown, runId))),
    [busy, shown, onSend],
  );
  const choose = useMemo(
    () => (busy || state.queued.length > 0 ? undefined : (label: string) => onSend(label)),
    [busy, state.queued, onSend],
  );
  const retry = useMemo(() => (busy ? undefined : retryOf(shown, onSend)), [busy, shown, onSend]);

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scrollRef}
        role="log"
        aria-label={t("chat.messages")}
        aria-busy={busy}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain px-4 focus-visible:-outline-offset-2 roomy:px-8"
      >
        <div
          ref={contentRef}
          className="mx-auto flex w-full max-w-[68ch] flex-[1_0_auto] flex-col gap-6 py-6"
        >
          <noscript>
            <Problem>{t("chat.noScript")}</Problem>
          </noscript>
          {shown.length === 0 && kept.length === 0 && live === null && (
            <EmptyChat onPick={onSend} />
          )}
          {shown.map(({ id, role, runId, parts, streaming, queued }, index) => {
            const last = index === shown.length - 1;
            return role === "user" ? (
              <PersonMessage
                // biome-ignore lint/suspicious/noArrayIndexKey: a message keeps its index when it is stored
                key={index}
                id={id}
                parts={parts}
                queued={queued}
                onResend={resend}
              />
            ) : (
              <AssistantMessage
                // biome-ignore lint/suspicious/noArrayIndexKey: a message keeps its index when it is stored
                key={index}
                parts={parts}
                runId={runId}
                dates={dates}
                streaming={streaming}
                complete={!(busy && live !== null && parts === live.parts)}
                waiting={waitingIds}
                rejected={rejected}
                onAnswer={answerWaiting}
                onAskAgain={askAgain}
                onChoose={last && runId !== null ? choose : undefined}
                onRetry={last ? retry : undefined}
              />
            );
          })}
          {kept.map(({ key, text }) => (
            <KeptMessage key={key} text={text} />
          ))}
          {busy && !live?.streaming && <Working />}
          {!state.connected && <p className="note text-quiet">{t("chat.reconnecting")}</p>}
          {problem !== null && (
            <Problem action={<RetryButton onClick={onRetryUnsent} />}>
              {problem || t("errors.offline")}
            </Problem>
          )}
        </div>
      </div>
      {!isAtBottom && (
        <button
          type="button"
          onClick={() => scrollToBottom("instant")}
          aria-label={t("chatBox.toNewest")}
          title={t("chatBox.toNewest")}
          className="appear absolute start-1/2 bottom-3 -ms-5.5 inline-flex size-11 items-center justify-center rounded-full border border-edge bg-raised text-ink shadow-float"
        >
          <ArrowDown aria-hidden="true" size={20} strokeWidth={1.5} />
        </button>
      )}
    </div>
  );
}

/**
 * Retries after a failed answer: sends the last message again as its own replacement. If a tool call
 * was completed before the failure, the message is sent as a new one instead, so that the call stays
 * in the model's history and is not repeated.
 */
function retryOf(
  shown: ShownMessage[],
  send: (text: string, replaces?: string) => void,
): (() => void) | undefined {
  const question = shown.findLast(({ role }) => role === "user");
  const answer = shown.at(-1);
  if (!question || !answer) return undefined;
  const hasCompletedCall = answer.parts.some(
    (part) => part.type === "tool_call" && part.status === "completed",
  );
  return () => send(textOf(question.parts), (!hasCompletedCall && question.id) || undefined);
}

/** The message that a run began with. */
function questionOf(shown: ShownMessage[], runId: string): string {
  const question = shown.find((message) => message.role === "user" && message.runId === runId);
  return question ? textOf(question.parts) : "";
}

/** Ids of the rejected calls. */
function rejectedIn(messages: ShownMessage[]): ReadonlySet<string> {
  const ids = messages.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.type === "tool_call" && part.status === "rejected" ? [part.id] : [],
    ),
  );
  return new Set(ids);
}

/** A message that waits on this device. */
function KeptMessage({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <div data-waiting="waits" className="flex flex-col items-end gap-2 ps-8 roomy:ps-16">
      <span className="sr-only">{t("chat.you")}: </span>
      <div lang={textLanguage(text)} className="max-w-[52ch] border bg-raised px-4 py-2">
        <p className="prose own-words whitespace-pre-wrap">{text}</p>
      </div>
      <p className="note flex items-center gap-1 text-quiet">
        <Clock aria-hidden="true" size={16} strokeWidth={1.5} />
        {t("list.waits")}
      </p>
    </div>
  );
}

/** Shown while the run produces no text. */
function Working() {
  const { t } = useTranslation();
  return (
    <p className="note late text-quiet" role="status">
      {t("chat.thinking")}
      <span
        aria-hidden="true"
        className="caret ms-1 inline-block h-[1em] w-0.5 bg-quiet align-[-0.15em]"
      />
    </p>
  );
}
