import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDates } from "#app/i18n/use-format";
import { Button } from "#app/ui/controls/Button";
import { SelectField } from "#app/ui/controls/SelectField";
import { Problem } from "#app/ui/feedback/Problem";
import type { ImportPreview as Preview } from "../import-file.server";
import { ENCODINGS, type Encoding, SOURCES, type SourceName } from "../sources/imported-task";
import { ColumnChoices } from "./ColumnChoices";
import { LeftOut } from "./LeftOut";
import { RejectedRows } from "./RejectedRows";
import { SampleTasks } from "./SampleTasks";
import type { Chosen } from "./use-import";

/** What becomes of a file before it is imported: what it is, its first tasks, what does not come along. */
export function ImportPreview({
  preview,
  chosen,
  busy,
  dates,
  onChoose,
  onTake,
}: {
  preview: Preview;
  chosen: Chosen;
  /** While it is read anew or imported, nothing can be chosen. */
  busy: boolean;
  dates: { timeZone: string; now: string };
  onChoose: (chosen: Chosen) => void;
  onTake: (partly: boolean) => void;
}) {
  const { t } = useTranslation();
  const context = useDates(dates.timeZone, dates.now);
  const [partly, setPartly] = useState(true);
  const { source, fresh, changed, rejected } = preview;
  const coming = fresh + changed;
  const table = preview.columns.length > 0 && (source === "table" || source === "microsoft-todo");
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <div className="flex flex-col gap-1">
        <p className="display size-heading" role="status">
          {t("files.looksLike", { source: t(`files.source.${source}`) })}
        </p>
        <Plan preview={preview} />
      </div>
      <fieldset disabled={busy} className="grid gap-4 sm:grid-cols-2">
        <legend className="sr-only">{t("files.from")}</legend>
        <SelectField
          label={t("files.from")}
          value={source}
          onChange={({ target }) => onChoose({ source: target.value as SourceName })}
        >
          {SOURCES.map((one) => (
            <option key={one} value={one}>
              {t(`files.source.${one}`)}
            </option>
          ))}
        </SelectField>
        {preview.encoding !== "utf-8" || chosen.encoding ? (
          <SelectField
            label={t("files.encoding")}
            value={preview.encoding}
            onChange={({ target }) => onChoose({ ...chosen, encoding: target.value as Encoding })}
          >
            {ENCODINGS.map((encoding) => (
              <option key={encoding} value={encoding}>
                {encoding.toUpperCase()}
              </option>
            ))}
          </SelectField>
        ) : null}
        {preview.dayFirst !== undefined && (
          <SelectField
            label={t("files.dates")}
            value={String(preview.dayFirst)}
            onChange={({ target }) =>
              onChoose({ ...chosen, source, dayFirst: target.value === "true" })
            }
          >
            <option value="true">{t("files.dayFirst")}</option>
            <option value="false">{t("files.monthFirst")}</option>
          </SelectField>
        )}
      </fieldset>
      {table && (
        <ColumnChoices
          columns={preview.columns}
          disabled={busy}
          onChoose={(columns) => onChoose({ ...chosen, source, columns })}
        />
      )}
      <SampleTasks tasks={preview.sample} dates={context} />
      <LeftOut report={preview} />
      <RejectedRows rejected={rejected} rows={preview.rows} />
      <div className="flex flex-col items-start gap-4 border-t pt-6">
        {rejected > 0 && coming > 0 && (
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              checked={partly}
              onChange={({ target }) => setPartly(target.checked)}
              className="size-5 shrink-0 accent-done"
            />
            {t("files.partly")}
          </label>
        )}
        {coming === 0 ? (
          <Problem>{t("files.plan.none")}</Problem>
        ) : (
          <Button
            variant="primary"
            type="button"
            disabled={busy || (rejected > 0 && !partly)}
            onClick={() => onTake(partly)}
          >
            {t("files.submitCount", { count: coming })}
          </Button>
        )}
      </div>
    </div>
  );
}

/** How many tasks are new, change, or stay as they are. */
function Plan({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const counts = ["fresh", "changed", "same", "trashed", "rejected"] as const;
  return (
    <ul className="dense text-quiet">
      {counts
        .filter((kind) => preview[kind] > 0)
        .map((kind) => (
          <li key={kind} className={kind === "rejected" ? "text-danger" : undefined}>
            {t(`files.plan.${kind}`, {
              count: preview[kind],
            })}
          </li>
        ))}
    </ul>
  );
}
