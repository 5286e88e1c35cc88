import type { FetcherWithComponents } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SaveFailure } from "#app/tasks/edit/save-failure";
import type { EditFailure } from "#app/tasks/edit/task-form";
import type { Task } from "#app/tasks/task/task";
import { textAction } from "#app/ui/controls/Button";
import { Problem } from "#app/ui/feedback/Problem";

type RowResult = { ok: true } | EditFailure | SaveFailure;
type RowFetcher = FetcherWithComponents<unknown>;

/** Reports in the row that an optimistic change was rolled back, and offers a retry. */
export function RowProblem({ task, fetcher }: { task: Pick<Task, "title">; fetcher: RowFetcher }) {
  const { t } = useTranslation();
  const lastForm = useRef<FormData>();
  const [result, setResult] = useState<RowResult>();
  const { formData, state, data } = fetcher;
  // Kept in state, so that the problem stays until a retry, whatever else is submitted meanwhile.
  useEffect(() => {
    if (formData && state === "submitting") {
      lastForm.current = formData;
      setResult(undefined);
    } else if (data) setResult(data as RowResult);
  }, [formData, state, data]);
  if (!result || result.ok) return null;

  const retry = (changes: Record<string, string> = {}) => {
    const form = lastForm.current;
    if (!form) return;
    for (const [name, value] of Object.entries(changes)) form.set(name, value);
    fetcher.submit(form, { method: "post", action: "/tasks" });
  };
  if (result.intent === "unsaved") {
    return (
      <Problem
        action={
          <button type="button" className={textAction} onClick={() => retry()}>
            {t("errors.again")}
          </button>
        }
      >
        {t("notices.notSaved")}
      </Problem>
    );
  }
  if (result.problem !== "conflict")
    return <Problem>{t(`list.invalid.${result.problem}`)}</Problem>;
  const submittedTitle = result.values.title ?? "";
  if (task.title === submittedTitle) return null;
  return (
    <Problem
      action={
        <button
          type="button"
          className={textAction}
          onClick={() => retry({ base: JSON.stringify({ title: task.title }) })}
        >
          {t("list.conflict.saveMine")}
        </button>
      }
    >
      {t("list.conflict.row", { written: submittedTitle })}
    </Problem>
  );
}
