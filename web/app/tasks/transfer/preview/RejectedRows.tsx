import { useTranslation } from "react-i18next";
import { importTexts } from "#app/i18n/card-texts";
import { useDisplayLocale, useNumbers } from "#app/i18n/use-format";
import type { FileReport } from "../import-file.server";

/** The rows of a file that cannot be used, with what is wrong in each. */
export function RejectedRows({ rejected, rows }: Pick<FileReport, "rejected" | "rows">) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const fieldError = useFieldError();
  if (rejected === 0) return null;
  return (
    <section aria-labelledby="refused">
      <h3 id="refused" className="note pb-2 text-danger">
        {t("files.refused", { count: rejected })}
      </h3>
      <ol className="border-t">
        {rows.map(({ row, title, fields }) => (
          <li key={row} className="dense border-b py-3">
            <p className="flex flex-wrap gap-x-3">
              <span className="note figures shrink-0 self-center text-quiet">
                {t("files.row", { row: numbers.name(row) })}
              </span>
              {title && <bdi className="[overflow-wrap:anywhere]">{title}</bdi>}
            </p>
            {fields.map((field) => (
              <p key={field} className="text-danger [overflow-wrap:anywhere]">
                {fieldError(field)}
              </p>
            ))}
          </li>
        ))}
      </ol>
      {rejected > rows.length && (
        <p className="dense pt-3 text-quiet">
          {t("files.more", { count: rejected - rows.length })}
        </p>
      )}
    </section>
  );
}

/** Gives the error text of a field of a rejected row. */
function useFieldError(): (field: string) => string {
  const { t } = useTranslation();
  const words = importTexts[useDisplayLocale().language];
  return (field) => {
    switch (field) {
      case "title":
      case "description":
      case "category":
      case "recurrence":
        return t(`list.invalid.${field}`);
      case "due_at":
        return t("list.invalid.due");
      case "duration_minutes":
        return t("list.invalid.duration");
      case "recurrence_from":
      case "time_zone":
        return words[field];
      case "priority":
      case "completed":
        return t(`files.wrong.${field}`);
      case "completed_at":
      case "created_at":
        return t("files.wrong.moment", { field });
      case "":
        return t("files.wrong.row");
      default:
        if (field.startsWith("labels")) return words.labels;
        if (field.startsWith("recurrence_except")) return words.recurrence_except;
        return t("files.wrong.unknown", { field });
    }
  };
}
