import { useTranslation } from "react-i18next";
import type { Task } from "#app/tasks/task/task";
import { useParentTitle } from "./steps";

/** Says of a step that stands alone, such as among what was found, what it is a step of. */
export function StepOf({ task }: { task: Pick<Task, "parentId"> }) {
  const { t } = useTranslation();
  const title = useParentTitle(task);
  if (title === undefined) return null;
  return (
    <p className="note text-quiet [overflow-wrap:anywhere]">{t("list.steps.of", { title })}</p>
  );
}
