import { Link } from "@remix-run/react";
import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "#app/i18n/use-format";
import { Problem } from "#app/ui/Problem";
import type { ImportReport } from "./import-file.server";

/** What was taken of a file, and what was not, row by row. */
export function ImportOutcome({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const wrong = useWrong();
  const { taken, first, refused, rows } = report;
  return (
    <div className="flex flex-col gap-4">
      {taken > 0 && first !== null ? (
        <div role="status" className="flex gap-3 border-s-2 border-done ps-3">
          <CircleCheck
            aria-hidden="true"
            size={20}
            strokeWidth={1.5}
            className="mt-0.5 shrink-0 text-done"
          />
          <p className="min-w-0">
            {t("files.taken", { count: taken })}{" "}
            {t(taken === 1 ? "files.number" : "files.numbers", {
              first: numbers.name(first),
              last: numbers.name(first + taken - 1),
            })}{" "}
            <Link
              to="/tasks"
              className="inline-block font-medium underline decoration-edge underline-offset-4 pointer:hover:decoration-ink"
            >
              {t("files.toTasks")}
            </Link>
          </p>
        </div>
      ) : (
        <Problem>{t("files.nothing")}</Problem>
      )}
      {refused > 0 && (
        <section aria-labelledby="refused">
          <h3 id="refused" className="note pb-2 text-danger">
            {t("files.refused", { count: refused })}
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
                    {wrong(field)}
                  </p>
                ))}
              </li>
            ))}
          </ol>
          {refused > rows.length && (
            <p className="dense pt-3 text-quiet">
              {t("files.more", { count: refused - rows.length })}
            </p>
          )}
        </section>
      )}
    </div>
  );
}

/** What is wrong with a field of a row, in words. */
function useWrong(): (field: string) => string {
  const { t } = useTranslation();
  return (field) => {
    switch (field) {
      case "title":
      case "description":
      case "category":
      case "recurrence":
        return t(`list.invalid.${field}`);
      case "due_at":
        return t("list.invalid.due");
      case "priority":
      case "completed":
        return t(`files.wrong.${field}`);
      case "completed_at":
      case "created_at":
        return t("files.wrong.moment", { field });
      case "":
        return t("files.wrong.row");
      default:
        return t("files.wrong.unknown", { field });
    }
  };
}
