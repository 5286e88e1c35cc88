import { useTranslation } from "react-i18next";
import { PRIORITIES } from "#app/tasks/task/task";
import { classNames } from "#app/ui/styles/class-names";
import type { ListView } from "./list-view";

const select =
  "dense min-h-11 min-w-0 border-b border-edge bg-transparent text-ink focus:border-ink chevron";

/** The filters of the list beside its search, each a select. */
export function FilterChoices({
  view,
  categories,
  apply,
}: {
  view: ListView;
  categories: string[];
  apply(): void;
}) {
  const { t } = useTranslation();
  const isListed = categories.includes(view.category ?? "") || !view.category;
  return (
    <>
      <select
        name="priority"
        aria-label={t("tasks.add.priority")}
        defaultValue={view.priority ?? ""}
        onChange={apply}
        className={select}
      >
        <option value="">{t("list.filter.anyPriority")}</option>
        {PRIORITIES.map((priority) => (
          <option key={priority} value={priority}>
            {t(`tasks.priority.${priority}`)}
          </option>
        ))}
      </select>
      {(categories.length > 0 || view.category) && (
        <select
          name="category"
          aria-label={t("tasks.add.category")}
          defaultValue={view.category ?? ""}
          onChange={apply}
          className={classNames(select, "md:max-w-40")}
        >
          <option value="">{t("list.filter.anyCategory")}</option>
          {!isListed && <option value={view.category ?? ""}>{view.category}</option>}
          {categories.map((category) => (
            <option key={category} value={category}>
              {category}
            </option>
          ))}
        </select>
      )}
      <select
        name="overdue"
        aria-label={t("tasks.add.date")}
        defaultValue={String(view.overdue)}
        onChange={apply}
        className={select}
      >
        <option value="false">{t("list.filter.anyDue")}</option>
        <option value="true">{t("tasks.numbers.overdue")}</option>
      </select>
    </>
  );
}
