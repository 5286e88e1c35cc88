import { Form, Link, useNavigation } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { addTexts } from "#app/i18n/add-texts";
import { fileTexts } from "#app/i18n/file-texts";
import { Button, buttonClass } from "#app/ui/controls/Button";
import { FileField } from "#app/ui/controls/FileField";
import { Problem } from "#app/ui/feedback/Problem";
import { ImportOutcome } from "./ImportOutcome";
import type { ImportReport } from "./import-file.server";

/** The result of an import; `problem` is null when no file was chosen. */
export type ImportResult = { report: ImportReport } | { problem: string | null };

const FORMATS = [
  { format: "json", name: "JSON" },
  { format: "csv", name: "CSV" },
  { format: "ics", name: "iCalendar" },
] as const;

/** The page that imports tasks from a file and exports them to one. */
export function FilesPage({ result }: { result?: ImportResult }) {
  const { t, i18n } = useTranslation();
  addTexts(i18n, fileTexts);
  const sending = useNavigation().formMethod === "POST";
  const failure = result && "problem" in result ? result : null;
  return (
    <main id="content" className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 md:px-8">
      <h1 className="display size-title pt-8 pb-6 md:pt-12 md:pb-8">{t("files.title")}</h1>
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">
        <Section title={t("files.in")} hint={t("files.inHint")}>
          {result && "report" in result && <ImportOutcome report={result.report} />}
          {failure?.problem && <Problem>{failure.problem}</Problem>}
          <Form
            method="post"
            encType="multipart/form-data"
            className="flex flex-col items-start gap-4"
          >
            <FileField
              label={t("files.file")}
              name="file"
              accept=".json,.csv,.ics,application/json,text/csv,text/calendar"
              required
              error={failure && failure.problem === null ? t("files.noFile") : undefined}
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
          </Form>
        </Section>
        <Section title={t("files.out")} hint={t("files.outHint")}>
          <ul className="border-t">
            {FORMATS.map(({ format, name }) => (
              <li
                key={format}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b py-3"
              >
                <p className="min-w-0 flex-1 basis-56">
                  <span className="block font-medium">
                    <bdi>{name}</bdi>
                  </span>
                  <span className="dense block text-quiet">{t(`files.${format}`)}</span>
                </p>
                <a
                  href={`/api/v1/tasks/export?format=${format}`}
                  download
                  className={buttonClass("plain")}
                >
                  {t("files.download", { format: name })}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <Link to="/tasks" className={buttonClass("quiet", "mt-12 -ms-4")}>
        {t("trash.toTasks")}
      </Link>
    </main>
  );
}

function Section({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-6 border-t pt-6">
      <div className="flex flex-col gap-1">
        <h2 id={id} className="display size-heading">
          {title}
        </h2>
        <p className="text-quiet">{hint}</p>
      </div>
      {children}
    </section>
  );
}
