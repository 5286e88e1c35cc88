import { Link } from "@remix-run/react";
import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "#app/i18n/use-format";
import { textAction } from "#app/ui/controls/Button";
import { Problem } from "#app/ui/feedback/Problem";
import type { ImportReport } from "./import-file.server";
import { LeftOut } from "./preview/LeftOut";
import { RejectedRows } from "./preview/RejectedRows";
import { UndoForm } from "./preview/UndoForm";
import type { UndoneImport } from "./store/undo-import.server";

/** The report of an import: what was added and changed, its undo, what was lost, each rejected row. */
export function ImportOutcome({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { importId, imported, changed, same, trashed, firstNumber, rejected } = report;
  const did = importId !== null;
  return (
    <div className="flex flex-col gap-6">
      {did || rejected === 0 ? (
        <Done>
          {imported > 0 && firstNumber !== null && (
            <>
              {t("files.taken", { count: imported })}{" "}
              {t(imported === 1 ? "files.number" : "files.numbers", {
                first: numbers.name(firstNumber),
                last: numbers.name(firstNumber + imported - 1),
              })}{" "}
            </>
          )}
          {changed > 0 && `${t("files.changedCount", { count: changed })} `}
          {!did && `${t("files.unchanged")} `}
          {same > 0 && `${t("files.sameCount", { count: same })} `}
          {trashed > 0 && `${t("files.trashedCount", { count: trashed })} `}
          <Link to="/tasks" className={`inline-block ${textAction} !min-h-0`}>
            {t("files.toTasks")}
          </Link>
        </Done>
      ) : (
        <Problem>{t("files.nothing")}</Problem>
      )}
      {importId && <UndoForm importId={importId} label={t("files.undo")} />}
      {did && <LeftOut report={report} />}
      <RejectedRows rejected={rejected} rows={report.rows} />
    </div>
  );
}

/** What undoing an import has done. */
export function UndoOutcome({ undone }: { undone: UndoneImport }) {
  const { t } = useTranslation();
  const { removed, restored, trashed, kept } = undone;
  return (
    <Done>
      {t("files.undone")} {removed > 0 && `${t("files.removed", { count: removed })} `}
      {restored > 0 && `${t("files.restored", { count: restored })} `}
      {trashed > 0 && `${t("files.movedToTrash", { count: trashed })} `}
      {kept > 0 && t("files.leftAsIs", { count: kept })}
    </Done>
  );
}

function Done({ children }: { children: ReactNode }) {
  return (
    <div role="status" className="flex gap-3 border-s-2 border-done ps-3">
      <CircleCheck
        aria-hidden="true"
        size={20}
        strokeWidth={1.5}
        className="mt-0.5 shrink-0 text-done"
      />
      <p className="min-w-0">{children}</p>
    </div>
  );
}
