import { Link } from "@remix-run/react";
import { Check, ChevronDown, LoaderCircle, Minus, X } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import { classNames } from "#app/ui/class-names";
import type { MessagePart } from "./message";
import { ToolText } from "./ToolText";
import { isThere, tasksOf, toolLine } from "./tool-line";

type ToolCall = Extract<MessagePart, { type: "tool_call" }>;

const glyph = { "aria-hidden": true, size: 16, strokeWidth: 1.5 } as const;
const ROWS_SHOWN = 10;

function Mark({ status }: { status: ToolCall["status"] }) {
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

/** A tool call is one line; what went in and what came back unfold below it. */
export function ToolCallLine({ call, dates }: { call: ToolCall; dates: DateContext }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const line = toolLine(call, t, dates);
  return (
    <div>
      <div className="flex items-center gap-2">
        <Mark status={call.status} />
        <ToolText {...line} linked={isThere(call)} />
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-label={t("chat.details.toggle")}
          title={t("chat.details.toggle")}
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
          <Raw label={t("chat.details.arguments", { name: call.name })} value={call.arguments} />
          {call.result && <Raw label={t("chat.details.result")} value={call.result} />}
        </div>
      )}
    </div>
  );
}

/** The tasks of a call that came back with several. */
function TaskRows({ call, dates }: { call: ToolCall; dates: DateContext }) {
  const tasks = tasksOf(call.result);
  if (tasks.length < 2) return null;
  return (
    <ul className="border-t">
      {tasks.slice(0, ROWS_SHOWN).map((task) => (
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
      {tasks.length > ROWS_SHOWN && (
        <li className="note py-1 text-quiet" dir="ltr">
          +{tasks.length - ROWS_SHOWN}
        </li>
      )}
    </ul>
  );
}

/** As it went over the wire, for those who want to know. */
function Raw({ label, value }: { label: string; value: Record<string, unknown> }) {
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
