import { useTranslation } from "react-i18next";
import { CATEGORY_MAX, PRIORITIES } from "#app/tasks/task/task";
import { InlineField, InlineSelect } from "#app/ui/controls/InlineField";

/** The fields that the quick-add line can set, as separate inputs, collapsed by default. */
export function QuickAddFields({
  categories,
  values,
  open,
}: {
  categories: string[];
  values: Record<string, string>;
  open: boolean;
}) {
  const { t } = useTranslation();
  return (
    <details className="md:ps-8" open={open}>
      <summary className="note inline-flex min-h-11 items-center text-quiet underline decoration-edge underline-offset-4">
        {t("tasks.add.details")}
      </summary>
      <div className="grid grid-cols-2 gap-3 pt-1 md:grid-cols-[11rem_8rem_8rem_minmax(0,14rem)]">
        <InlineField
          label={t("tasks.add.date")}
          name="date"
          type="date"
          defaultValue={values.date}
        />
        <InlineField
          label={t("tasks.add.time")}
          name="time"
          type="time"
          defaultValue={values.time}
        />
        <InlineSelect
          label={t("tasks.add.priority")}
          name="priority"
          defaultValue={values.priority ?? "medium"}
        >
          {PRIORITIES.map((priority) => (
            <option key={priority} value={priority}>
              {t(`tasks.priority.${priority}`)}
            </option>
          ))}
        </InlineSelect>
        <InlineField
          label={t("tasks.add.category")}
          name="category"
          dir="auto"
          maxLength={CATEGORY_MAX}
          autoComplete="off"
          list="categories"
          defaultValue={values.category}
        />
        <datalist id="categories">
          {categories.map((category) => (
            <option key={category} value={category} />
          ))}
        </datalist>
      </div>
    </details>
  );
}
