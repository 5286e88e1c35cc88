import { useTranslation } from "react-i18next";
import { dayIn, dayLabel } from "#app/i18n/dates";
import { useDates, useNumbers } from "#app/i18n/use-format";
import { isSource } from "../sources/imported-task";
import type { PastImport } from "../store/list-imports.server";
import { UndoForm } from "./UndoForm";

/** The last imports of a person, each with its undo. */
export function RecentImports({
  imports,
  timeZone,
  now,
}: {
  imports: PastImport[];
  timeZone: string;
  now: string;
}) {
  const { t } = useTranslation();
  const dates = useDates(timeZone, now);
  const numbers = useNumbers();
  return (
    <ul className="border-t">
      {imports.map(({ id, source, fileName, created, changed, createdAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 border-b py-3">
          <div className="min-w-0 flex-1 basis-56">
            <p className="font-medium [overflow-wrap:anywhere]">
              <bdi>{fileName}</bdi>
            </p>
            <p className="note figures flex flex-wrap gap-x-4 text-quiet">
              {isSource(source) && <bdi>{t(`files.source.${source}`)}</bdi>}
              <span>{dayLabel(dayIn(timeZone, new Date(createdAt)), dates)}</span>
              <span>
                {t("files.counts", {
                  created: numbers.count(created),
                  changed: numbers.count(changed),
                })}
              </span>
            </p>
          </div>
          <UndoForm
            importId={id}
            label={t("files.undo")}
            name={t("files.undoLabel", { name: fileName })}
          />
        </li>
      ))}
    </ul>
  );
}
