import { useId } from "react";
import { useTranslation } from "react-i18next";
import { TABLE_FIELDS, type TableColumn, type TableField } from "../sources/imported-task";

/** The columns of a table, each with what it is; one field is one column. */
export function ColumnChoices({
  columns,
  disabled,
  onChoose,
}: {
  columns: TableColumn[];
  disabled: boolean;
  onChoose: (columns: Record<string, TableField | null>) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const choose = (name: string, field: TableField | null) =>
    onChoose(
      Object.fromEntries(
        columns.map((column) => {
          if (column.name === name) return [name, field];
          return [column.name, column.field === field ? null : column.field];
        }),
      ),
    );
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="note pb-2 text-quiet">
        {t("files.columns")}
      </h3>
      <ul className="border-t">
        {columns.map(({ name, field, example }) => (
          <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b py-2">
            <p className="dense min-w-0 flex-1 basis-40">
              <span className="block font-medium [overflow-wrap:anywhere]">
                <bdi>{name}</bdi>
              </span>
              {example && (
                <span className="line-clamp-1 text-quiet [overflow-wrap:anywhere]">
                  {t("files.example")} <bdi>{example}</bdi>
                </span>
              )}
            </p>
            <select
              aria-label={t("files.column", { name })}
              value={field ?? ""}
              disabled={disabled}
              onChange={({ target }) => choose(name, (target.value || null) as TableField | null)}
              className="chevron chevron-inside min-h-11 w-44 rounded-control border border-edge bg-page px-3 text-ink"
            >
              <option value="">{t("files.field.none")}</option>
              {TABLE_FIELDS.map((one) => (
                <option key={one} value={one}>
                  {t(`files.field.${one}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}
