import type { FetcherWithComponents } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "#app/ui/Problem";
import type { Task } from "./task";
import type { EditFailure } from "./task-form";
import type { Unsaved } from "./unsaved";

type RowAnswer = { ok: true } | EditFailure | Unsaved;
type RowFetcher = FetcherWithComponents<unknown>;

const action =
  "min-h-11 font-medium underline decoration-edge underline-offset-4 pointer:hover:decoration-ink";

/** Says in the row that what was shown at once has been put back, and offers to try again. */
export function RowProblem({ task, fetcher }: { task: Task; fetcher: RowFetcher }) {
  const { t } = useTranslation();
  const sent = useRef<FormData>();
  const [answer, setAnswer] = useState<RowAnswer>();
  const { formData, state, data } = fetcher;
  // Kept here: it stands until it is tried again, whatever else is sent meanwhile.
  useEffect(() => {
    if (formData) {
      sent.current = formData;
      setAnswer(undefined);
    } else if (state === "idle" && data) setAnswer(data as RowAnswer);
  }, [formData, state, data]);
  if (!answer || answer.ok) return null;

  const again = (changes: Record<string, string> = {}) => {
    const form = sent.current;
    if (!form) return;
    for (const [name, value] of Object.entries(changes)) form.set(name, value);
    fetcher.submit(form, { method: "post" });
  };
  if (answer.intent === "unsaved") {
    return (
      <Problem
        action={
          <button type="button" className={action} onClick={() => again()}>
            {t("errors.again")}
          </button>
        }
      >
        {t("notices.notSaved")}
      </Problem>
    );
  }
  if (answer.problem !== "conflict")
    return <Problem>{t(`list.invalid.${answer.problem}`)}</Problem>;
  const written = answer.values.title ?? "";
  if (task.title === written) return null;
  return (
    <Problem
      action={
        <button
          type="button"
          className={action}
          onClick={() => again({ base: JSON.stringify({ title: task.title }) })}
        >
          {t("list.conflict.saveMine")}
        </button>
      }
    >
      {t("list.conflict.row", { written })}
    </Problem>
  );
}
