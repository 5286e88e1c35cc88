import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Task } from "#app/tasks/task/task";
import { CheckMark } from "#app/ui/display/CheckMark";
import type { useToggle } from "./use-toggle";

/** The box that completes or reopens a task: a form of its own, so that it works without JavaScript. */
export function ToggleBox({
  task: { id, title },
  toggle: { fetcher, completed },
  action,
  tabIndex,
  className,
  children,
}: {
  task: Pick<Task, "id" | "title">;
  toggle: ReturnType<typeof useToggle>;
  /** Where it is sent; the page that is shown when absent. */
  action?: string;
  tabIndex?: number;
  className?: string;
  /** Further fields of the form. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <fetcher.Form method="post" action={action} className={className}>
      <input type="hidden" name="intent" value="toggle" />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="completed" value={String(!completed)} />
      {children}
      {/* biome-ignore lint/a11y/useSemanticElements: it submits a form, which a checkbox cannot do without script */}
      <button
        type="submit"
        tabIndex={tabIndex}
        role="checkbox"
        aria-checked={completed}
        aria-label={completed ? t("tasks.reopen", { title }) : t("tasks.complete", { title })}
        className="inline-flex size-11 items-center justify-center"
      >
        <CheckMark checked={completed} />
      </button>
    </fetcher.Form>
  );
}
