import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "#app/i18n/use-format";
import type { FileReport } from "../import-file.server";

/** What does not come along with the tasks of a file, what is left out of it, and the columns that nobody knows. */
export function LeftOut({
  report: { losses, skipped, columns, source },
}: {
  report: Pick<FileReport, "losses" | "skipped" | "columns" | "source">;
}) {
  const { t } = useTranslation();
  const unknown = columns.filter(({ field }) => field === null).map(({ name }) => name);
  return (
    <>
      {losses.length > 0 && (
        <Counted title={t("files.losses")}>
          {losses.map(({ kind, count, examples }) => (
            <Line key={kind} name={t(`files.loss.${kind}`)} count={count} examples={examples} />
          ))}
        </Counted>
      )}
      {skipped.length > 0 && (
        <Counted title={t("files.skips")}>
          {skipped.map(({ kind, count }) => (
            <Line key={kind} name={t(`files.skip.${kind}`)} count={count} />
          ))}
        </Counted>
      )}
      {unknown.length > 0 && source !== "table" && (
        <p className="dense text-quiet [overflow-wrap:anywhere]">
          {t("files.ignored", { names: unknown.join(", ") })}
        </p>
      )}
    </>
  );
}

function Counted({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="note pb-2 text-quiet">
        {title}
      </h3>
      <ul className="border-t">{children}</ul>
    </section>
  );
}

function Line({
  name,
  count,
  examples = [],
}: {
  name: string;
  count: number;
  examples?: string[];
}) {
  const numbers = useNumbers();
  return (
    <li className="dense flex gap-4 border-b py-2">
      <span className="min-w-0 flex-1">
        {name}
        {examples.map((example) => (
          <span key={example} className="block text-quiet [overflow-wrap:anywhere]">
            <bdi>{example}</bdi>
          </span>
        ))}
      </span>
      <span className="note figures shrink-0 pt-1">{numbers.count(count)}</span>
    </li>
  );
}
