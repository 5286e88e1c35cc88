import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Approval } from "#app/conversations/messages/message";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import type { WireTask } from "#app/tasks/task/wire-task";
import { Button } from "#app/ui/controls/Button";
import { CheckMark } from "#app/ui/display/CheckMark";
import { answerId, approveExcept } from "./approved-rows";

/** The tasks that would change, with buttons to approve or reject. */
export function ApprovalTable({
  approvals,
  dates,
  rejected,
  withdrawn = false,
  onAnswer,
  onAskAgain,
}: {
  approvals: Approval[];
  dates: DateContext;
  /** Ids of rejected calls, whose tasks are shown unchanged. */
  rejected?: ReadonlySet<string>;
  /** Absent once the question is answered. */
  onAnswer?: (approve: string[], reject: string[]) => void;
  /** The person went on without an answer: the tasks are shown unchanged. */
  withdrawn?: boolean;
  /** Asks a withdrawn question again. */
  onAskAgain?: () => void;
}) {
  const { t } = useTranslation();
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const deletes = approvals.every(({ after }) => after.length === 0);
  const rows = approvals.flatMap((approval) =>
    approval.before.map((task) => ({ approval, task, id: answerId(approval, task) })),
  );
  const ids = new Set(rows.map(({ id }) => id));
  const selectable = onAnswer !== undefined && ids.size > 1;
  const selected = rows.filter(({ id }) => !excluded.has(id)).length;

  const toggle = (id: string) =>
    setExcluded((current) => {
      const next = new Set(current);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  return (
    <section
      aria-label={t(deletes ? "chat.approval.deleteTitle" : "chat.approval.changeTitle", {
        count: rows.length,
      })}
      className="appear max-w-[68ch] border bg-raised"
    >
      <table className="w-full border-collapse">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("chat.approval.number")}</th>
            <th scope="col">{t("chat.approval.task")}</th>
            <th scope="col">{t("chat.approval.due")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ approval, task, id }, index) => (
            <tr key={`${approval.id}-${task.id}`} className="border-b align-top last:border-b-0">
              <td className="note figures w-px px-4 py-3 whitespace-nowrap text-quiet">
                <span className="inline-flex items-center gap-3">
                  {selectable && rows[index - 1]?.id !== id && (
                    // biome-ignore lint/a11y/useSemanticElements: the page draws its own checkboxes
                    <button
                      type="button"
                      role="checkbox"
                      aria-checked={!excluded.has(id)}
                      aria-label={task.title}
                      onClick={() => toggle(id)}
                      className="-m-3 inline-flex size-11 items-center justify-center"
                    >
                      <CheckMark checked={!excluded.has(id)} />
                    </button>
                  )}
                  <span dir="ltr">{inNumerals(`#${task.id}`, dates.numerals)}</span>
                </span>
              </td>
              <td className="dense w-full py-2.5 pe-4 [overflow-wrap:anywhere]">
                {withdrawn || rejected?.has(approval.id) || excluded.has(id) ? (
                  <bdi>{task.title}</bdi>
                ) : (
                  <Change
                    task={task}
                    after={approval.after.find((changed) => changed.id === task.id)}
                    dates={dates}
                  />
                )}
              </td>
              <td className="note figures px-4 py-3 text-end whitespace-nowrap text-quiet">
                {task.due_at && dueLabel(task.due_at, dates)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {withdrawn && (
        <div className="note flex flex-wrap items-center gap-3 border-t px-4 py-3 text-quiet">
          <span className="me-auto">{t("chat.approval.withdrawn")}</span>
          {onAskAgain && (
            <Button type="button" onClick={onAskAgain}>
              {t("chat.approval.askAgain")}
            </Button>
          )}
        </div>
      )}
      {onAnswer && (
        <div className="flex flex-wrap items-center gap-3 border-t p-4">
          <Button
            type="button"
            variant={deletes ? "danger" : "plain"}
            aria-disabled={selected === 0 || undefined}
            onClick={() => {
              const { approve, reject } = approveExcept(approvals, excluded);
              if (selected > 0) onAnswer(approve, reject);
            }}
          >
            {selected === 0 || selected === rows.length
              ? t(deletes ? "chat.approval.approveDelete" : "chat.approval.approveChange")
              : t(deletes ? "chat.approval.deleteSome" : "chat.approval.changeSome", {
                  count: selected,
                })}
          </Button>
          <Button
            type="button"
            onClick={() =>
              onAnswer(
                [],
                approvals.map(({ id }) => id),
              )
            }
          >
            {t(selectable ? "chat.approval.rejectAll" : "chat.approval.reject")}
          </Button>
        </div>
      )}
    </section>
  );
}

/** A task with its change: struck through if it is deleted, else old and new values. */
function Change({
  task,
  after,
  dates,
}: {
  task: WireTask;
  after: WireTask | undefined;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  if (!after)
    return (
      <del className="decoration-danger">
        <bdi>{task.title}</bdi>
      </del>
    );
  const changes = changesOf(task, after, t, dates);
  return (
    <>
      {after.title === task.title ? (
        <bdi>{task.title}</bdi>
      ) : (
        <>
          <del className="block text-quiet">
            <bdi>{task.title}</bdi>
          </del>
          <span className="sr-only">{t("chat.approval.becomes")}</span>
          <ins className="block no-underline">
            <bdi>{after.title}</bdi>
          </ins>
        </>
      )}
      {changes.length > 0 && (
        <span className="note figures block text-quiet">
          <span className="sr-only">{t("chat.approval.becomes")} </span>
          {changes.join(" · ")}
        </span>
      )}
    </>
  );
}

/** The new values of the changed fields except the title, in words. */
function changesOf(before: WireTask, after: WireTask, t: TFunction, dates: DateContext): string[] {
  const none = (field: "date" | "category" | "recurrence") => `${t(`list.field.${field}`)} –`;
  const changes: string[] = [];
  if (after.completed !== before.completed) {
    changes.push(t(after.completed ? "chat.tool.done.completed" : "chat.tool.done.reopened"));
  }
  if (after.priority !== before.priority) changes.push(t(`tasks.priority.${after.priority}`));
  if (after.due_at !== before.due_at) {
    changes.push(after.due_at ? dueLabel(after.due_at, dates) : none("date"));
  }
  if (after.duration_minutes !== before.duration_minutes) changes.push(t("list.field.duration"));
  if (after.category !== before.category) changes.push(after.category ?? none("category"));
  if (after.recurrence !== before.recurrence) {
    changes.push(after.recurrence ? t("list.field.recurrence") : none("recurrence"));
  }
  if (after.description !== before.description) changes.push(t("list.field.description"));
  return changes;
}
