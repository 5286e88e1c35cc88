import { ArrowRight, Check, Copy } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { Problem } from "#app/ui/Problem";
import { ApprovalTable } from "./ApprovalTable";
import { Markdown } from "./Markdown";
import { MessageAction, MessageActions } from "./MessageActions";
import { type MessagePart, textOf } from "./message";
import { RetryButton } from "./RetryButton";
import { ToolCallLine } from "./ToolCallLine";
import { hasChanged } from "./tool-line";
import { UndoTurn } from "./UndoTurn";
import { useCopy } from "./use-copy";

type AgentName = "orchestrator" | "urdu_specialist";
type AnswerApprovals = (approve: string[], reject: string[]) => void;

/** The assistant's answer: prose under a hairline and a name, with what it did in between. */
export const AssistantMessage = memo(function AssistantMessage({
  parts,
  runId,
  dates,
  growing = false,
  done,
  waiting,
  rejected,
  onAnswer,
  onRetry,
}: {
  parts: MessagePart[];
  runId: string | null;
  dates: DateContext;
  /** The last text is still being written. */
  growing?: boolean;
  /** Nothing is added to it any more. */
  done: boolean;
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
    <article className="group/message flex flex-col gap-2">
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
      {done && <Actions parts={parts} runId={runId} />}
    </article>
  );
});

function Actions({ parts, runId }: { parts: MessagePart[]; runId: string | null }) {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  const text = textOf(parts);
  const changed = parts.some((part) => part.type === "tool_call" && hasChanged(part));
  if (!text && !changed) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      {changed && runId && <UndoTurn key={runId} runId={runId} />}
      {text && (
        <MessageActions>
          <MessageAction
            label={t(copied ? "chat.copied" : "chat.copy")}
            Icon={copied ? Check : Copy}
            onClick={() => copy(text)}
          />
        </MessageActions>
      )}
    </div>
  );
}

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
  rejected?: ReadonlySet<string>;
  onAnswer?: AnswerApprovals;
  onRetry?: () => void;
}) {
  const { t } = useTranslation();
  switch (part.type) {
    case "text":
      return <Markdown text={part.text} language={part.language} growing={growing} />;
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
