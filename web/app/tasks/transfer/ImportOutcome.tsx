import { Link } from "@remix-run/react";
import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { importTexts } from "#app/i18n/card-texts";
import { useDisplayLocale, useNumbers } from "#app/i18n/use-format";
import { Problem } from "#app/ui/feedback/Problem";
import type { ImportReport } from "./import-file.server";

/** The report of an import: how many tasks were added, and each rejected row. */
export function ImportOutcome({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const fieldError = useFieldError();
  const words = importTexts[useDisplayLocale().language];
  const { imported, firstNumber, rejected, rows, leftOut } = report;
  const others = Object.entries(report.others) as [OtherComponent, number][];
  return (
    <div className="flex flex-col gap-4">
      {imported > 0 && firstNumber !== null ? (
        <div role="status" className="flex gap-3 border-s-2 border-done ps-3">
          <CircleCheck
            aria-hidden="true"
            size={20}
            strokeWidth={1.5}
            className="mt-0.5 shrink-0 text-done"
          />
          <p className="min-w-0">
            {t("files.taken", { count: imported })}{" "}
            {t(imported === 1 ? "files.number" : "files.numbers", {
              first: numbers.name(firstNumber),
              last: numbers.name(firstNumber + imported - 1),
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
      {others.length > 0 && (
        <p className="dense text-quiet">
          {words.others(
            others.map(([name, count]) => words[name](numbers.count(count))).join(" · "),
          )}
        </p>
      )}
      {leftOut.length > 0 && (
        <section aria-labelledby="left-out">
          <h3 id="left-out" className="note pb-2 text-quiet">
            {words.leftOut}
          </h3>
          <ol className="border-t">
            {leftOut.map(({ row, title, names }) => (
              <li key={row} className="dense border-b py-3">
                <RowTitle row={row} title={title} />
                <p className="text-quiet">{names.map((name) => nameOf(name, words)).join(" · ")}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
      {rejected > 0 && (
        <section aria-labelledby="refused">
          <h3 id="refused" className="note pb-2 text-danger">
            {t("files.refused", { count: rejected })}
          </h3>
          <ol className="border-t">
            {rows.map(({ row, title, fields }) => (
              <li key={row} className="dense border-b py-3">
                <RowTitle row={row} title={title} />
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
      )}
    </div>
  );
}

function RowTitle({ row, title }: { row: number; title: string }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <p className="flex flex-wrap gap-x-3">
      <span className="note figures shrink-0 self-center text-quiet">
        {t("files.row", { row: numbers.name(row) })}
      </span>
      {title && <bdi className="[overflow-wrap:anywhere]">{title}</bdi>}
    </p>
  );
}

type OtherComponent = "VEVENT" | "VJOURNAL" | "VFREEBUSY";

const KINDS = {
  CATEGORIES: "categories",
  RRULE: "rules",
  RDATE: "dates",
  EXRULE: "rules",
  ATTACH: "attachments",
  LOCATION: "place",
  URL: "link",
  "RELATED-TO": "relations",
  TZID: "zone",
  DTSTART: "start",
  CANCELLED: "cancelled",
  "PERCENT-COMPLETE": "percent",
} as const;

/** What a calendar calls by a name, in words; a name that is not known as it is. */
function nameOf(name: string, words: (typeof importTexts)["en"]): string {
  const kind = KINDS[name as keyof typeof KINDS];
  return kind ? words[kind] : name;
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
