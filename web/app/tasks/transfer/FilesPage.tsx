import { Link } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { addTexts } from "#app/i18n/add-texts";
import { fileTexts } from "#app/i18n/file-texts";
import { buttonClass } from "#app/ui/controls/Button";
import { ImportPanel } from "./preview/ImportPanel";
import type { ImportResult } from "./preview/import-result";
import { RecentImports } from "./preview/RecentImports";
import type { PastImport } from "./store/list-imports.server";

const FORMATS = [
  { format: "json", name: "JSON" },
  { format: "csv", name: "CSV" },
  { format: "ics", name: "iCalendar" },
] as const;

/** The page that imports tasks from a file and exports them to one. */
export function FilesPage({
  imports,
  timeZone,
  now,
  result,
}: {
  imports: PastImport[];
  timeZone: string;
  now: string;
  result?: ImportResult;
}) {
  const { t, i18n } = useTranslation();
  addTexts(i18n, fileTexts);
  return (
    <main id="content" className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 md:px-8">
      <h1 className="display size-title pt-8 pb-6 md:pt-12 md:pb-8">{t("files.title")}</h1>
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">
        <Section title={t("files.in")} hint={t("files.inHint")}>
          <ImportPanel result={result} timeZone={timeZone} now={now} />
        </Section>
        <div className="flex min-w-0 flex-col gap-12">
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
          {imports.length > 0 && (
            <Section title={t("files.recent")}>
              <RecentImports imports={imports} timeZone={timeZone} now={now} />
            </Section>
          )}
        </div>
      </div>
      <Link to="/tasks" className={buttonClass("quiet", "mt-12 -ms-4")}>
        {t("trash.toTasks")}
      </Link>
    </main>
  );
}

function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-6 border-t pt-6">
      <div className="flex flex-col gap-1">
        <h2 id={id} className="display size-heading">
          {title}
        </h2>
        {hint && <p className="text-quiet">{hint}</p>}
      </div>
      {children}
    </section>
  );
}
