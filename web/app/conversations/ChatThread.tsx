import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { Problem } from "#app/ui/Problem";
import type { ChatState } from "./chat-state";
import { EmptyChat } from "./EmptyChat";
import { AssistantMessage, PersonMessage, RetryButton, Working } from "./MessageView";
import { type Approval, type Message, textOf } from "./message";

/** Nearer to the end than this, the reader follows what is being written. */
const NEAR = 120;

export function ChatThread({
  state,
  dates,
  waiting,
  onPick,
  onAnswer,
  onRetry,
}: {
  state: ChatState;
  dates: DateContext;
  waiting: { id: string; approvals: Approval[] } | null;
  onPick: (text: string) => void;
  onAnswer: (runId: string, approve: string[], reject: string[]) => void;
  onRetry: (text: string) => void;
}) {
  const { t } = useTranslation();
  const { messages, saying, live, busy, problem } = state;
  const lastSaid = messages.findLast(({ role }) => role === "user");
  const asked = lastSaid && textOf(lastSaid.parts);
  const empty = messages.length === 0 && saying === null && live === null;
  const end = useStickToEnd<HTMLDivElement>();
  const waitingIds = useMemo(
    () => new Set(busy ? [] : waiting?.approvals.map(({ id }) => id)),
    [waiting, busy],
  );
  const rejected = useMemo(() => rejectedIn(messages), [messages]);
  const answerWaiting = useMemo(
    () =>
      waiting
        ? (approve: string[], reject: string[]) => onAnswer(waiting.id, approve, reject)
        : undefined,
    [waiting, onAnswer],
  );

  return (
    <div
      ref={end}
      role="log"
      aria-label={t("chat.messages")}
      aria-busy={busy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="flex min-h-0 flex-1 flex-col overflow-y-auto px-4 focus-visible:-outline-offset-2 md:px-8"
    >
      <div className="mx-auto flex w-full max-w-[68ch] flex-1 flex-col gap-6 py-6">
        <noscript>
          <Problem>{t("chat.noScript")}</Problem>
        </noscript>
        {empty && <EmptyChat onPick={onPick} />}
        {messages.map((message, index) =>
          message.role === "user" ? (
            <PersonMessage key={message.id} text={textOf(message.parts)} />
          ) : (
            <AssistantMessage
              key={message.id}
              parts={message.parts}
              dates={dates}
              waiting={waitingIds}
              rejected={rejected}
              onAnswer={answerWaiting}
              onRetry={
                index === messages.length - 1 && !busy && asked ? () => onRetry(asked) : undefined
              }
            />
          ),
        )}
        {saying !== null && <PersonMessage text={saying} />}
        {live && live.parts.length > 0 && (
          <AssistantMessage parts={live.parts} dates={dates} growing={live.growing} />
        )}
        {busy && !live?.growing && <Working />}
        {!state.connected && <p className="note text-quiet">{t("chat.reconnecting")}</p>}
        {problem !== null && (
          <Problem action={<RetryButton onClick={() => onRetry(state.unsent ?? "")} />}>
            {problem || t("errors.offline")}
          </Problem>
        )}
      </div>
    </div>
  );
}

/** Ids of the calls that the person did not want. */
function rejectedIn(messages: Message[]): ReadonlySet<string> {
  const ids = messages.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.type === "tool_call" && part.status === "rejected" ? [part.id] : [],
    ),
  );
  return new Set(ids);
}

/** Stays at the end while things grow, unless the reader has gone back to read. */
function useStickToEnd<T extends HTMLElement>() {
  const ref = useRef<T>(null);

  useEffect(() => {
    const area = ref.current;
    const content = area?.firstElementChild;
    if (!area || !content) return;
    let following = true;
    const onScroll = () => {
      following = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR;
    };
    const observer = new ResizeObserver(() => {
      if (following) area.scrollTop = area.scrollHeight;
    });
    observer.observe(content);
    observer.observe(area);
    area.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      area.removeEventListener("scroll", onScroll);
    };
  }, []);

  return ref;
}
