import { ArrowDown } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useStickToBottom } from "use-stick-to-bottom";
import type { DateContext } from "#app/i18n/dates";
import { Problem } from "#app/ui/Problem";
import { AssistantMessage } from "./AssistantMessage";
import { type ChatState, type ShownMessage, shownMessages } from "./chat-state";
import { EmptyChat } from "./EmptyChat";
import { type Approval, textOf } from "./message";
import { PersonMessage } from "./PersonMessage";
import { RetryButton } from "./RetryButton";

/** What was said, followed to its newest word unless the reader has gone back to read. */
export function ChatThread({
  state,
  dates,
  waiting,
  onSay,
  onAnswer,
  onRetryUnsent,
}: {
  state: ChatState;
  dates: DateContext;
  waiting: { id: string; approvals: Approval[] } | null;
  /** Says a text, in place of an earlier message if one is named. */
  onSay: (text: string, replaces?: string) => void;
  onAnswer: (runId: string, approve: string[], reject: string[]) => void;
  /** Sends again what the server did not take. */
  onRetryUnsent: () => void;
}) {
  const { t } = useTranslation();
  const { live, busy, problem } = state;
  const { scrollRef, contentRef, isAtBottom, scrollToBottom } = useStickToBottom({
    initial: "instant",
    // Text comes in many small pieces: to glide after each would never be still.
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
    () => (busy ? undefined : (id: string, text: string) => onSay(text, id)),
    [busy, onSay],
  );
  const retry = useMemo(() => (busy ? undefined : retryOf(shown, onSay)), [busy, shown, onSay]);

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
          {shown.length === 0 && live === null && <EmptyChat onPick={onSay} />}
          {shown.map(({ id, role, runId, parts, growing, queued }, index) => {
            const last = index === shown.length - 1;
            return role === "user" ? (
              <PersonMessage
                // biome-ignore lint/suspicious/noArrayIndexKey: a message keeps its place when it is stored
                key={index}
                id={id}
                parts={parts}
                queued={queued}
                onResend={resend}
              />
            ) : (
              <AssistantMessage
                // biome-ignore lint/suspicious/noArrayIndexKey: a message keeps its place when it is stored
                key={index}
                parts={parts}
                runId={runId}
                dates={dates}
                growing={growing}
                done={!(busy && live !== null && parts === live.parts)}
                waiting={waitingIds}
                rejected={rejected}
                onAnswer={answerWaiting}
                onRetry={last ? retry : undefined}
              />
            );
          })}
          {busy && !live?.growing && <Working />}
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
          aria-label={t("chat.toNewest")}
          title={t("chat.toNewest")}
          className="appear absolute start-1/2 bottom-3 -ms-5.5 inline-flex size-11 items-center justify-center rounded-full border border-edge bg-raised text-ink shadow-float"
        >
          <ArrowDown aria-hidden="true" size={20} strokeWidth={1.5} />
        </button>
      )}
    </div>
  );
}

/**
 * What trying again means after an answer that failed: the last message takes its own place. When
 * something was done before it failed, that must stay in view of the assistant, or it would be done
 * twice; then the message is said once more.
 */
function retryOf(
  shown: ShownMessage[],
  say: (text: string, replaces?: string) => void,
): (() => void) | undefined {
  const asked = shown.findLast(({ role }) => role === "user");
  const answer = shown.at(-1);
  if (!asked || !answer) return undefined;
  const done = answer.parts.some(
    (part) => part.type === "tool_call" && part.status === "completed",
  );
  return () => say(textOf(asked.parts), (!done && asked.id) || undefined);
}

/** Ids of the calls that the person did not want. */
function rejectedIn(messages: ShownMessage[]): ReadonlySet<string> {
  const ids = messages.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.type === "tool_call" && part.status === "rejected" ? [part.id] : [],
    ),
  );
  return new Set(ids);
}

/** Shown from the moment a message is sent until the first thing comes back. */
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
