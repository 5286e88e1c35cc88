import { ArrowRight } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { classNames } from "#app/ui/class-names";
import { Problem } from "#app/ui/Problem";
import { ApprovalTable } from "./ApprovalTable";
import type { MessagePart } from "./message";
import { Prose } from "./Prose";
import { ToolCallLine } from "./ToolCallLine";
import { textLanguage } from "./text-language";

type AgentName = "orchestrator" | "urdu_specialist";
type AnswerApprovals = (approve: string[], reject: string[]) => void;

/** The person's words, in a raised block at the end side. */
export function PersonMessage({ text }: { text: string }) {
  const { t } = useTranslation();
  const language = textLanguage(text);
  return (
    <div className="appear flex justify-end ps-8 md:ps-16">
      <div lang={language} className="max-w-[52ch] border bg-raised px-4 py-2">
        <span className="sr-only">{t("chat.you")}: </span>
        <p className="prose own-words whitespace-pre-wrap">{text}</p>
      </div>
    </div>
  );
}

/** The assistant's answer: prose under a hairline and a name, with what it did in between. */
export const AssistantMessage = memo(function AssistantMessage({
  parts,
  dates,
  growing = false,
  waiting,
  rejected,
  onAnswer,
  onRetry,
}: {
  parts: MessagePart[];
  dates: DateContext;
  /** The last text is still being written. */
  growing?: boolean;
  /** Ids of the calls that wait for an answer. */
  waiting?: ReadonlySet<string>;
  /** Ids of the calls that were not wanted. */
  rejected?: ReadonlySet<string>;
  onAnswer?: AnswerApprovals;
  /** Says the person's message again, after an answer that failed. */
  onRetry?: () => void;
}) {
  const { t } = useTranslation();
  return (
    <article className="flex flex-col gap-2">
      <AgentLine agent={firstAgent(parts)} />
      {questionFirst(parts).map((part, index) => (
        <Part
          // biome-ignore lint/suspicious/noArrayIndexKey: parts are only ever added at the end
          key={index}
          part={part}
          dates={dates}
          growing={growing && index === parts.length - 1}
          waiting={waiting}
          rejected={rejected}
          onAnswer={onAnswer}
          onRetry={onRetry}
        />
      ))}
      {parts.length === 0 && <p className="note text-quiet">{t("chat.stopped")}</p>}
    </article>
  );
});

/** A question is read before the rows that it is about. */
function questionFirst(parts: MessagePart[]): MessagePart[] {
  const at = parts.findIndex((part) => part.type === "approval");
  const [table, question] = [parts[at], parts[at + 1]];
  if (!table || question?.type !== "text") return parts;
  return [...parts.slice(0, at), question, table, ...parts.slice(at + 2)];
}

/** Who begins to speak: what comes after a hand-over is named by it. */
function firstAgent(parts: MessagePart[]): AgentName {
  for (const part of parts) {
    if (part.type === "handoff") return "orchestrator";
    if (part.type === "text" && part.agent) return part.agent;
  }
  return "orchestrator";
}

function AgentLine({ agent }: { agent: AgentName }) {
  const { t } = useTranslation();
  return (
    <h2 className="note flex items-center gap-3 text-quiet after:h-px after:flex-1 after:bg-hairline">
      {t(`chat.agent.${agent}`)}
    </h2>
  );
}

function Part({
  part,
  dates,
  growing,
  waiting,
  rejected,
  onAnswer,
  onRetry,
}: {
  part: MessagePart;
  dates: DateContext;
  growing: boolean;
  waiting?: ReadonlySet<string>;
  /** Ids of the calls that were not wanted. */
  rejected?: ReadonlySet<string>;
  onAnswer?: AnswerApprovals;
  onRetry?: () => void;
}) {
  const { t } = useTranslation();
  switch (part.type) {
    case "text":
      return <Prose text={part.text} language={part.language} growing={growing} />;
    case "handoff":
      return (
        <p className="note flex items-center gap-2 py-1 text-quiet after:ms-1 after:h-px after:flex-1 after:bg-hairline">
          <ArrowRight aria-hidden="true" size={16} strokeWidth={1.5} className="rtl:-scale-x-100" />
          {t(`chat.handoff.${part.to}`)}
        </p>
      );
    case "tool_call":
      return <ToolCallLine call={part} dates={dates} />;
    case "approval": {
      const open = part.approvals.some(({ id }) => waiting?.has(id));
      return (
        <ApprovalTable
          approvals={part.approvals}
          dates={dates}
          rejected={rejected}
          onAnswer={open ? onAnswer : undefined}
        />
      );
    }
    case "error":
      return <Problem action={onRetry && <RetryButton onClick={onRetry} />}>{part.detail}</Problem>;
  }
}

/** Shown from the moment a message is sent until the first thing comes back. */
export function Working({ className }: { className?: string }) {
  const { t } = useTranslation();
  return (
    <p className={classNames("note late text-quiet", className)} role="status">
      {t("chat.thinking")}
      <span
        aria-hidden="true"
        className="caret ms-1 inline-block h-[1em] w-0.5 bg-quiet align-[-0.15em]"
      />
    </p>
  );
}

export function RetryButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      onClick={onClick}
      className="min-h-11 font-medium text-ink underline decoration-edge underline-offset-4 pointer:hover:decoration-ink"
    >
      {t("chat.retry")}
    </button>
  );
}
