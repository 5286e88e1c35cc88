import { useMemo } from "react";
import { Markdown } from "#app/conversations/chat/Markdown";
import type { MessagePart } from "#app/conversations/messages/message";
import type { DateContext } from "#app/i18n/dates";
import { AnswerTaskRow, GoneTaskRow } from "./AnswerTaskRow";
import { segmentsOf } from "./answer-segments";
import { answerTasks } from "./answer-tasks";
import { useShownTask } from "./shown-tasks";

/**
 * A text of an answer, with a row in the place of each line that names a task. Until the text is
 * complete, and the state of its tasks is known, it is only text.
 */
export function AnswerText({
  parts,
  index,
  dates,
  plain,
}: {
  parts: MessagePart[];
  index: number;
  dates: DateContext;
  /** True while it streams, and for an answer whose numbers are of another account. */
  plain: "streaming" | "imported" | false;
}) {
  const find = useShownTask();
  const part = parts[index];
  const segments = useMemo(() => {
    if (part?.type !== "text" || plain) return null;
    const { tasks, exact } = answerTasks(parts, index);
    return segmentsOf(part.text, {
      tasks: tasks.filter((task) => find(task) !== undefined),
      exact,
    });
  }, [parts, index, part, plain, find]);
  if (part?.type !== "text") return null;
  const { text, language } = part;
  if (!segments?.some(({ type }) => type === "tasks"))
    return <Markdown text={text} language={language} streaming={plain === "streaming"} />;
  return segments.map((segment, at) =>
    segment.type === "text" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text is complete
      <Markdown key={at} text={segment.text} language={language} streaming={false} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text is complete
      <ul key={at} className="my-1 border-t">
        {segment.tasks.map((named) => {
          const task = find(named);
          return task ? (
            <AnswerTaskRow key={named.id} task={task} dates={dates} />
          ) : (
            <GoneTaskRow key={named.id} task={named} dates={dates} />
          );
        })}
      </ul>
    ),
  );
}
