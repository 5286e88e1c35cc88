import { ArrowRight, Check, Copy } from "lucide-react";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { AnswerText } from "#app/conversations/answers/AnswerText";
import { Choices } from "#app/conversations/answers/Choices";
import { ReminderHint } from "#app/conversations/answers/ReminderHint";
import { ApprovalTable } from "#app/conversations/approvals/ApprovalTable";
import { type MessagePart, textOf } from "#app/conversations/messages/message";
import type { DateContext } from "#app/i18n/dates";
import { useCopy } from "#app/ui/controls/use-copy";
import { Problem } from "#app/ui/feedback/Problem";
import { MessageAction, MessageActions } from "./MessageActions";
import { RetryButton } from "./RetryButton";
import { ToolCallLine } from "./ToolCallLine";
import { hasChanged } from "./tool-line";
import { UndoTurn } from "./UndoTurn";

type AgentName = "orchestrator" | "urdu_specialist";
type AnswerApprovals = (approve: string[], reject: string[]) => void;

/** An answer of the assistant with its tool calls, approvals and errors. */
export const AssistantMessage = memo(function AssistantMessage({
  parts,
  runId,
  dates,
  streaming = false,
  complete,
  waiting,
  rejected,
  onAnswer,
  onAskAgain,
  onChoose,
  onRetry,
}: {
  parts: MessagePart[];
  runId: string | null;
  dates: DateContext;
  /** True while the last text is incomplete. */
  streaming?: boolean;
  /** True once the message is complete. */
  complete: boolean;
  /** Ids of the calls that await approval. */
  waiting?: ReadonlySet<string>;
  /** Ids of the rejected calls. */
  rejected?: ReadonlySet<string>;
  onAnswer?: AnswerApprovals;
  /** Sends the message again that a question of this run was about. */
  onAskAgain?: (runId: string) => void;
  /** Sends an answer that the message offers, as long as it is open. */
  onChoose?: (label: string) => void;
  /** Retries after a failed answer. */
  onRetry?: () => void;
}) {
  const { t } = useTranslation();
  const ordered = useMemo(() => withQuestionFirst(parts), [parts]);
  return (
    <article className="group/message flex flex-col gap-2">
      <AgentLine agent={firstAgent(parts)} />
      {ordered.map((part, index) => (
        <Part
          // biome-ignore lint/suspicious/noArrayIndexKey: parts are only appended
          key={index}
          part={part}
          parts={ordered}
          index={index}
          dates={dates}
          streaming={streaming && index === parts.length - 1}
          imported={runId === null}
          waiting={waiting}
          rejected={rejected}
          onAnswer={onAnswer}
          onAskAgain={onAskAgain && runId !== null ? () => onAskAgain(runId) : undefined}
          onChoose={onChoose}
          onRetry={onRetry}
        />
      ))}
      {parts.length === 0 && <p className="note text-quiet">{t("chat.stopped")}</p>}
      {complete && <Actions parts={parts} runId={runId} />}
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
            label={t(copied ? "chatBox.copied" : "chatBox.copy")}
            Icon={copied ? Check : Copy}
            onClick={() => copy(text)}
          />
        </MessageActions>
      )}
    </div>
  );
}

/** Moves the question of an approval before its table. */
function withQuestionFirst(parts: MessagePart[]): MessagePart[] {
  const index = parts.findIndex((part) => part.type === "approval");
  const [table, question] = [parts[index], parts[index + 1]];
  if (!table || question?.type !== "text") return parts;
  return [...parts.slice(0, index), question, table, ...parts.slice(index + 2)];
}

/** The agent named above the message; a later agent is named by its handoff. */
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
  parts,
  index,
  dates,
  streaming,
  imported,
  waiting,
  rejected,
  onAnswer,
  onAskAgain,
  onChoose,
  onRetry,
}: {
  part: MessagePart;
  /** The parts of the message that it is in. */
  parts: MessagePart[];
  index: number;
  dates: DateContext;
  streaming: boolean;
  imported: boolean;
  waiting?: ReadonlySet<string>;
  rejected?: ReadonlySet<string>;
  onAnswer?: AnswerApprovals;
  onAskAgain?: () => void;
  onChoose?: (label: string) => void;
  onRetry?: () => void;
}) {
  const { t } = useTranslation();
  switch (part.type) {
    case "text":
      return (
        <>
          <AnswerText
            parts={parts}
            index={index}
            dates={dates}
            plain={streaming ? "streaming" : imported && "imported"}
          />
          {part.choices && onChoose && <Choices choices={part.choices} onChoose={onChoose} />}
        </>
      );
    case "hint":
      return <ReminderHint />;
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
      const isOpen = part.approvals.some(({ id }) => waiting?.has(id));
      return (
        <ApprovalTable
          approvals={part.approvals}
          dates={dates}
          rejected={rejected}
          withdrawn={part.withdrawn}
          onAnswer={isOpen ? onAnswer : undefined}
          onAskAgain={onAskAgain}
        />
      );
    }
    case "error":
      return <Problem action={onRetry && <RetryButton onClick={onRetry} />}>{part.detail}</Problem>;
  }
}
