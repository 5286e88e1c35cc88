import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "#app/i18n/use-format";
import { Button } from "#app/ui/controls/Button";
import { FileField } from "#app/ui/controls/FileField";
import { Problem } from "#app/ui/feedback/Problem";
import { ImportOutcome, UndoOutcome } from "../ImportOutcome";
import { DropZone } from "./DropZone";
import { ImportPreview } from "./ImportPreview";
import type { ImportResult } from "./import-result";
import { type ImportState, useImport } from "./use-import";

/** Takes a file: with script it is looked at first, without it is imported at once. */
export function ImportPanel({
  result,
  timeZone,
  now,
}: {
  result?: ImportResult;
  timeZone: string;
  now: string;
}) {
  const { t } = useTranslation();
  const { state, look, take, reset } = useImport();
  const hasScript = useHasScript();
  const { file, busy, preview, problem, report } = state;
  // What a form answered is of before the file that is looked at now.
  const answered = file || report ? undefined : result;
  return (
    <div className="flex flex-col gap-6" aria-busy={busy !== null}>
      {report && <ImportOutcome report={report} />}
      {answered && "report" in answered && <ImportOutcome report={answered.report} />}
      {answered && "undone" in answered && <UndoOutcome undone={answered.undone} />}
      {answered && "problem" in answered && answered.problem && (
        <Problem>{answered.problem}</Problem>
      )}
      {problem && (
        <Problem
          action={
            file && (
              <Button variant="quiet" type="button" onClick={() => void look(file, state.chosen)}>
                {t("files.again")}
              </Button>
            )
          }
        >
          {problem}
        </Problem>
      )}
      {!file && hasScript && <DropZone onFile={(chosen) => void look(chosen)} />}
      {!hasScript && (
        <PlainForm
          missing={answered !== undefined && "problem" in answered && answered.problem === null}
        />
      )}
      {file && (
        <p className="flex flex-wrap items-center justify-between gap-x-6 border-b pb-2">
          <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">{file.name}</bdi>
          {busy !== "importing" && (
            <Button variant="quiet" type="button" className="-me-4" onClick={reset}>
              {t("files.cancel")}
            </Button>
          )}
        </p>
      )}
      {busy && <Progress state={state} />}
      {file && preview && (
        <ImportPreview
          preview={preview}
          chosen={state.chosen}
          busy={busy !== null}
          dates={{ timeZone, now }}
          onChoose={(chosen) => void look(file, chosen)}
          onTake={(partly) => void take(partly)}
        />
      )}
    </div>
  );
}

/** False on the server and in the first render, which has to be the same. */
function useHasScript(): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => setHas(true), []);
  return has;
}

/** The form for browsers without script: one step, and the report after it. */
function PlainForm({ missing }: { missing: boolean }) {
  const { t } = useTranslation();
  const sending = useNavigation().formMethod === "POST";
  return (
    <Form method="post" encType="multipart/form-data" className="flex flex-col items-start gap-4">
      <FileField
        label={t("files.file")}
        name="file"
        required
        error={missing ? t("files.noFile") : undefined}
      />
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name="partly"
          defaultChecked
          className="size-5 shrink-0 accent-done"
        />
        {t("files.partly")}
      </label>
      <Button variant="primary" aria-disabled={sending || undefined}>
        {t("files.submit")}
      </Button>
      <p className="dense text-quiet">{t("files.known")}</p>
    </Form>
  );
}

/** How far the file is read or written. */
function Progress({ state: { busy, progress, preview } }: { state: ImportState }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const total = preview ? preview.fresh + preview.changed + preview.same + preview.trashed : 0;
  const written = progress?.phase === "written" ? progress.tasks : 0;
  const text =
    written > 0
      ? t("files.writing", { count: written, total: numbers.count(total) })
      : progress && progress.tasks > 0
        ? t("files.readRows", { count: progress.tasks })
        : t("files.reading");
  return (
    <div role="status" className="flex flex-col gap-2">
      <p className="note figures text-quiet">{text}</p>
      {busy === "importing" && (
        <progress
          aria-label={text}
          max={Math.max(total, 1)}
          value={written > 0 ? written : undefined}
          className="h-1 w-full accent-done"
        />
      )}
    </div>
  );
}
