import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import type { WireTask } from "#app/tasks/task";
import { Button } from "#app/ui/Button";
import { CheckMark } from "#app/ui/CheckMark";
import { answerWithout, rowAnswer } from "./approved-rows";
import type { Approval } from "./message";

/** The rows that would change, and two buttons. `onAnswer` is absent once it has been answered. */
export function ApprovalTable({
  approvals,
  dates,
  rejected,
  onAnswer,
}: {
  approvals: Approval[];
  dates: DateContext;
  /** Calls that the person did not want: their rows stay as they are. */
  rejected?: ReadonlySet<string>;
  onAnswer?: (approve: string[], reject: string[]) => void;
}) {
  const { t } = useTranslation();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const deletes = approvals.every(({ after }) => after.length === 0);
  const rows = approvals.flatMap((approval) =>
    approval.before.map((task) => ({ approval, task, name: rowAnswer(approval, task) })),
  );
  const names = new Set(rows.map(({ name }) => name));
  const selectable = onAnswer !== undefined && names.size > 1;
  const chosen = rows.filter(({ name }) => !left.has(name)).length;

  const flip = (id: string) =>
    setLeft((current) => {
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
          {rows.map(({ approval, task, name }, index) => (
            <tr key={`${approval.id}-${task.id}`} className="border-b align-top last:border-b-0">
              <td className="note figures w-px px-4 py-3 whitespace-nowrap text-quiet">
                <span className="inline-flex items-center gap-3">
                  {selectable && rows[index - 1]?.name !== name && (
                    // biome-ignore lint/a11y/useSemanticElements: drawn like every other tick of the page
                    <button
                      type="button"
                      role="checkbox"
                      aria-checked={!left.has(name)}
                      aria-label={task.title}
                      onClick={() => flip(name)}
                      className="-m-3 inline-flex size-11 items-center justify-center"
                    >
                      <CheckMark checked={!left.has(name)} />
                    </button>
                  )}
                  <span dir="ltr">{inNumerals(`#${task.id}`, dates.numerals)}</span>
                </span>
              </td>
              <td className="dense w-full py-2.5 pe-4 [overflow-wrap:anywhere]">
                {rejected?.has(approval.id) || left.has(name) ? (
                  <bdi>{task.title}</bdi>
                ) : (
                  <Change
                    task={task}
                    after={approval.after.find(({ id }) => id === task.id)}
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
      {onAnswer && (
        <div className="flex flex-wrap items-center gap-3 border-t p-4">
          <Button
            type="button"
            variant={deletes ? "danger" : "plain"}
            aria-disabled={chosen === 0 || undefined}
            onClick={() => {
              const { approve, reject } = answerWithout(approvals, left);
              if (chosen > 0) onAnswer(approve, reject);
            }}
          >
            {chosen === 0 || chosen === rows.length
              ? t(deletes ? "chat.approval.approveDelete" : "chat.approval.approveChange")
              : t(deletes ? "chat.approval.deleteSome" : "chat.approval.changeSome", {
                  count: chosen,
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

/** Struck through when it goes, old and new when it changes. */
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

/** What a task would have that it has not, beside its title. */
function changesOf(before: WireTask, after: WireTask, t: TFunction, dates: DateContext): string[] {
  const none = (field: "date" | "category" | "recurrence") => `${t(`list.field.${field}`)} –`;
  const said: string[] = [];
  if (after.completed !== before.completed) {
    said.push(t(after.completed ? "chat.tool.done.completed" : "chat.tool.done.reopened"));
  }
  if (after.priority !== before.priority) said.push(t(`tasks.priority.${after.priority}`));
  if (after.due_at !== before.due_at) {
    said.push(after.due_at ? dueLabel(after.due_at, dates) : none("date"));
  }
  if (after.category !== before.category) said.push(after.category ?? none("category"));
  if (after.recurrence !== before.recurrence) {
    said.push(after.recurrence ? t("list.field.recurrence") : none("recurrence"));
  }
  if (after.description !== before.description) said.push(t("list.field.description"));
  return said;
}
