import { Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/controls/Button";
import { Problem } from "#app/ui/feedback/Problem";
import { ChatProblem, undoRun } from "./chat-client";

const buttonClass =
  "note -mb-3 inline-flex min-h-8 items-center gap-2 text-quiet max-md:min-h-11 pointer:hover:text-ink aria-disabled:opacity-50";

/** Undoes all changes of a run, and redoes them. */
export function UndoTurn({ runId }: { runId: string }) {
  const { t, i18n } = useTranslation();
  /** The run that the next press undoes: the original one, then the run that undid it, and so on. */
  const [next, setNext] = useState({ runId, undone: false });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ detail: string; conflict: boolean } | null>(null);

  const undo = async (force: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const { run_id: undoRunId } = await undoRun(next.runId, force, i18n.language);
      setNext({ runId: undoRunId, undone: !next.undone });
    } catch (error) {
      const problem = error instanceof ChatProblem ? error : null;
      const detail = problem?.message || t("errors.offline");
      setProblem({ detail, conflict: problem?.code === "undo_conflict" });
    }
    setBusy(false);
  };

  return (
    <>
      <button
        type="button"
        onClick={() => undo(false)}
        aria-disabled={busy || undefined}
        className={buttonClass}
      >
        <Undo2
          aria-hidden="true"
          size={16}
          strokeWidth={1.5}
          className={next.undone ? "-scale-x-100" : undefined}
        />
        <span aria-live="polite">{t(next.undone ? "chatBox.redo" : "chatBox.undo")}</span>
      </button>
      {problem && (
        <div className="basis-full pb-2">
          <Problem
            action={
              problem.conflict && (
                <Button type="button" variant="quiet" onClick={() => undo(true)}>
                  {t("chatBox.undoAnyway")}
                </Button>
              )
            }
          >
            {problem.detail}
          </Problem>
        </div>
      )}
    </>
  );
}
