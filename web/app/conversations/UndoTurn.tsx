import { Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/Button";
import { Problem } from "#app/ui/Problem";
import { ChatProblem, undoRun } from "./chat-client";

const quiet =
  "note -mb-3 inline-flex min-h-8 items-center gap-2 text-quiet max-md:min-h-11 pointer:hover:text-ink aria-disabled:opacity-50";

/** Takes back all that a turn changed, and does it again. */
export function UndoTurn({ runId }: { runId: string }) {
  const { t, i18n } = useTranslation();
  /** The run that a press takes back: the turn, then what undid it, and so on. */
  const [next, setNext] = useState({ runId, undone: false });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ detail: string; conflict: boolean } | null>(null);

  const undo = async (force: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const { run_id: by } = await undoRun(next.runId, force, i18n.language);
      setNext({ runId: by, undone: !next.undone });
    } catch (error) {
      const known = error instanceof ChatProblem ? error : null;
      const detail = known?.message || t("errors.offline");
      setProblem({ detail, conflict: known?.code === "undo_conflict" });
    }
    setBusy(false);
  };

  return (
    <>
      <button
        type="button"
        onClick={() => undo(false)}
        aria-disabled={busy || undefined}
        className={quiet}
      >
        <Undo2
          aria-hidden="true"
          size={16}
          strokeWidth={1.5}
          className={next.undone ? "-scale-x-100" : undefined}
        />
        <span aria-live="polite">{t(next.undone ? "chat.redo" : "chat.undo")}</span>
      </button>
      {problem && (
        <div className="basis-full pb-2">
          <Problem
            action={
              problem.conflict && (
                <Button type="button" variant="quiet" onClick={() => undo(true)}>
                  {t("chat.undoAnyway")}
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
