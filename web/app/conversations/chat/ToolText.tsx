import { Link } from "@remix-run/react";
import { textLanguage } from "#app/conversations/messages/text-language";
import type { ToolLine } from "./tool-line";

/** A tool call in words: "created #12 buy milk · tomorrow 17:00". Titles are not restyled. */
export function ToolText({ text, task, fields, linked = false }: ToolLine & { linked?: boolean }) {
  const title = task && (
    <bdi lang={textLanguage(task.title)} className="note tracking-normal text-ink normal-case">
      {task.title}
    </bdi>
  );
  const label = task && (
    <>
      <span dir="ltr" className="text-ink">
        {task.number}
      </span>{" "}
      {title}
    </>
  );
  return (
    <span className="note min-w-0 text-quiet [overflow-wrap:anywhere]">
      {text}{" "}
      {task && linked ? (
        <Link
          to={`/tasks?task=${task.id}`}
          className="underline decoration-edge underline-offset-4 pointer:hover:decoration-ink"
        >
          {label}
        </Link>
      ) : (
        label
      )}
      {[task?.due, ...(fields ?? [])].filter(Boolean).map((detail) => (
        <span key={detail}>
          {" · "}
          <bdi>{detail}</bdi>
        </span>
      ))}
    </span>
  );
}
