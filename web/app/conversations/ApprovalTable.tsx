import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import type { WireTask } from "#app/tasks/task";
import { Button } from "#app/ui/Button";
import { CheckMark } from "#app/ui/CheckMark";
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
  const deletes = approvals.every(({ tool }) => tool.startsWith("delete"));
  const count = approvals.reduce((sum, { before }) => sum + before.length, 0);
  const selectable = onAnswer !== undefined && approvals.length > 1;
  const ids = approvals.map(({ id }) => id);

  const flip = (id: string) =>
    setLeft((current) => {
      const next = new Set(current);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  return (
    <section
      aria-label={t(deletes ? "chat.approval.deleteTitle" : "chat.approval.changeTitle", { count })}
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
          {approvals.flatMap(({ id, before, after }) =>
            before.map((task, index) => (
              <tr key={`${id}-${task.id}`} className="border-b align-top last:border-b-0">
                <td className="note figures w-px px-4 py-3 whitespace-nowrap text-quiet">
                  <span className="inline-flex items-center gap-3">
                    {selectable && index === 0 && (
                      // biome-ignore lint/a11y/useSemanticElements: drawn like every other tick of the page
                      <button
                        type="button"
                        role="checkbox"
                        aria-checked={!left.has(id)}
                        aria-label={task.title}
                        onClick={() => flip(id)}
                        className="-m-3 inline-flex size-11 items-center justify-center"
                      >
                        <CheckMark checked={!left.has(id)} />
                      </button>
                    )}
                    <span dir="ltr">#{inNumerals(String(task.id), dates.numerals)}</span>
                  </span>
                </td>
                <td className="dense w-full py-2.5 pe-4 [overflow-wrap:anywhere]">
                  {rejected?.has(id) ? (
                    <bdi>{task.title}</bdi>
                  ) : (
                    <Change task={task} after={after.find((next) => next.id === task.id)} />
                  )}
                </td>
                <td className="note figures px-4 py-3 text-end whitespace-nowrap text-quiet">
                  {task.due_at && dueLabel(task.due_at, dates)}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {onAnswer && (
        <div className="flex flex-wrap items-center gap-3 border-t p-4">
          <Button
            type="button"
            variant={deletes ? "danger" : "plain"}
            aria-disabled={left.size === ids.length || undefined}
            onClick={() =>
              onAnswer(
                ids.filter((id) => !left.has(id)),
                ids.filter((id) => left.has(id)),
              )
            }
          >
            {t(deletes ? "chat.approval.approveDelete" : "chat.approval.approveChange")}
          </Button>
          <Button type="button" onClick={() => onAnswer([], ids)}>
            {t("chat.approval.reject")}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Struck through when it goes, old and new when it changes. */
function Change({ task, after }: { task: WireTask; after: WireTask | undefined }) {
  const { t } = useTranslation();
  if (!after)
    return (
      <del className="decoration-danger">
        <bdi>{task.title}</bdi>
      </del>
    );
  if (after.title === task.title) return <bdi>{task.title}</bdi>;
  return (
    <>
      <del className="block text-quiet">
        <bdi>{task.title}</bdi>
      </del>
      <span className="sr-only">{t("chat.approval.becomes")}</span>
      <ins className="block no-underline">
        <bdi>{after.title}</bdi>
      </ins>
    </>
  );
}
