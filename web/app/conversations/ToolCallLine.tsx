import { Check, ChevronDown, LoaderCircle, Minus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import { classNames } from "#app/ui/class-names";
import type { MessagePart } from "./message";
import { textLanguage } from "./text-language";
import { type ToolLine, tasksOf, toolLine } from "./tool-line";

type ToolCall = Extract<MessagePart, { type: "tool_call" }>;

const glyph = { "aria-hidden": true, size: 16, strokeWidth: 1.5 } as const;
const rowsShown = 10;

function Mark({ status }: { status: ToolCall["status"] }) {
  const frame = "mt-px inline-flex size-4 shrink-0";
  if (status === "running") {
    return (
      <span className={frame}>
        <LoaderCircle {...glyph} className="turn text-quiet" />
      </span>
    );
  }
  const [Icon, color] =
    status === "completed"
      ? [Check, "text-done"]
      : status === "failed"
        ? [X, "text-danger"]
        : [Minus, "text-quiet"];
  return (
    <span className={classNames(frame, "appear", color)}>
      <Icon {...glyph} />
    </span>
  );
}

/** "created #12 buy milk · tomorrow 17:00": mono, but a title stays as it was written. */
export function ToolText({ text, task }: ToolLine) {
  return (
    <span className="note min-w-0 text-quiet [overflow-wrap:anywhere]">
      {text}
      {task && (
        <>
          {" "}
          <span dir="ltr" className="text-ink">
            {task.number}
          </span>{" "}
          <bdi
            lang={textLanguage(task.title)}
            className="note tracking-normal text-ink normal-case"
          >
            {task.title}
          </bdi>
          {task.due && (
            <>
              {" · "}
              <bdi>{task.due}</bdi>
            </>
          )}
        </>
      )}
    </span>
  );
}

/** A tool call is one line; what came back unfolds below it. */
export function ToolCallLine({ call, dates }: { call: ToolCall; dates: DateContext }) {
  const { t } = useTranslation();
  const line = toolLine(call, t, dates);
  const tasks = tasksOf(call.result);
  const text = (
    <>
      <Mark status={call.status} />
      <ToolText {...line} />
    </>
  );
  if (tasks.length < 2) return <div className="flex items-start gap-2 py-1">{text}</div>;
  return (
    <details className="group/tool">
      <summary className="inline-flex min-h-11 items-center gap-2 md:min-h-8">
        {text}
        <ChevronDown
          {...glyph}
          className="shrink-0 text-quiet transition-transform duration-150 group-open/tool:rotate-180"
        />
      </summary>
      <ul className="ms-6 border-t">
        {tasks.slice(0, rowsShown).map((task) => (
          <li key={task.id} className="dense flex gap-3 border-b py-1">
            <span className="note figures w-8 shrink-0 pt-1 text-quiet" dir="ltr">
              #{inNumerals(String(task.id), dates.numerals)}
            </span>
            <bdi className={classNames(task.completed && "text-quiet line-through")}>
              {task.title}
            </bdi>
          </li>
        ))}
        {tasks.length > rowsShown && (
          <li className="note py-1 text-quiet" dir="ltr">
            +{tasks.length - rowsShown}
          </li>
        )}
      </ul>
    </details>
  );
}
