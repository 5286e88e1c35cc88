import { Link } from "@remix-run/react";
import { Check, ChevronDown, LoaderCircle, Minus, X } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MessagePart } from "#app/conversations/messages/message";
import type { DateContext } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import { classNames } from "#app/ui/styles/class-names";
import { ToolText } from "./ToolText";
import { isLinkable, tasksOf, toolLine } from "./tool-line";

type ToolCall = Extract<MessagePart, { type: "tool_call" }>;

const glyph = { "aria-hidden": true, size: 16, strokeWidth: 1.5 } as const;
const MAX_ROWS = 10;

function StatusIcon({ status }: { status: ToolCall["status"] }) {
  const frame = "inline-flex size-4 shrink-0";
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

/** A tool call as one line; its arguments and result can be expanded. */
export function ToolCallLine({ call, dates }: { call: ToolCall; dates: DateContext }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const line = toolLine(call, t, dates);
  return (
    <div>
      <div className="flex items-center gap-2">
        <StatusIcon status={call.status} />
        <ToolText {...line} linked={isLinkable(call)} />
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-label={t("chatBox.details.toggle")}
          title={t("chatBox.details.toggle")}
          onClick={() => setOpen(!open)}
          className="-my-1 inline-flex size-8 shrink-0 items-center justify-center text-quiet max-md:size-11 pointer:hover:text-ink"
        >
          <ChevronDown
            {...glyph}
            className={classNames("transition-transform duration-150", open && "rotate-180")}
          />
        </button>
      </div>
      {open && (
        <div id={id} className="appear ms-2 flex flex-col gap-3 border-s ps-4 pt-1 pb-2">
          <TaskRows call={call} dates={dates} />
          <RawJson
            label={t("chatBox.details.arguments", { name: call.name })}
            value={call.arguments}
          />
          {call.result && <RawJson label={t("chatBox.details.result")} value={call.result} />}
        </div>
      )}
    </div>
  );
}

/** The tasks of a result that has several. */
function TaskRows({ call, dates }: { call: ToolCall; dates: DateContext }) {
  const tasks = tasksOf(call.result);
  if (tasks.length < 2) return null;
  return (
    <ul className="border-t">
      {tasks.slice(0, MAX_ROWS).map((task) => (
        <li key={task.id} className="dense flex gap-3 border-b py-1">
          <span className="note figures w-8 shrink-0 pt-1 text-quiet" dir="ltr">
            {inNumerals(`#${task.id}`, dates.numerals)}
          </span>
          <Link
            to={`/tasks?task=${task.id}`}
            className={classNames(
              "[overflow-wrap:anywhere] pointer:hover:underline",
              task.completed && "text-quiet line-through",
            )}
          >
            <bdi>{task.title}</bdi>
          </Link>
        </li>
      ))}
      {tasks.length > MAX_ROWS && (
        <li className="note py-1 text-quiet" dir="ltr">
          +{tasks.length - MAX_ROWS}
        </li>
      )}
    </ul>
  );
}

/** JSON of the arguments or the result. */
function RawJson({ label, value }: { label: string; value: Record<string, unknown> }) {
  return (
    <div>
      <p className="note text-quiet">{label}</p>
      <pre
        dir="ltr"
        lang="en"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="raw max-h-60 overflow-auto"
      >
        {JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}
