import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MoveButtons } from "#app/tasks/groups/MoveButtons";
import { AboutFields, EditFold, NameField } from "#app/tasks/groups/NamedRow";
import { viewHref } from "#app/tasks/list/list-view";
import { Button } from "#app/ui/controls/Button";
import type { FilterFailure } from "./filter-form";
import type { SavedFilter } from "./saved-filter";

/** One saved filter, with what can be done with it behind a fold; without script too. */
export function FilterRow({
  filter: { id, name, view },
  rows,
  isFirst,
  isLast,
  failure,
}: {
  filter: SavedFilter;
  /** How many there are. */
  rows: number;
  isFirst: boolean;
  isLast: boolean;
  failure?: FilterFailure;
}) {
  const { t } = useTranslation();
  const shows = [
    view.status !== "open" && t(`tasks.filter.${view.status}`),
    view.priority && t("tasks.priorityLabel", { priority: t(`tasks.priority.${view.priority}`) }),
    view.category && `#${view.category}`,
    view.overdue && t("tasks.numbers.overdue"),
    view.search,
  ].filter(Boolean);
  return (
    <li aria-label={name} className="relative flex flex-wrap items-center gap-x-3 border-b">
      <Link
        to={viewHref(view)}
        prefetch="intent"
        className="inline-flex min-h-12 min-w-0 flex-1 flex-wrap items-center gap-x-4 [overflow-wrap:anywhere]"
      >
        <bdi>{name}</bdi>
        <span className="note text-quiet">
          {shows.map((text, at) => (
            <bdi key={String(text)}>{`${at > 0 ? " · " : ""}${text}`}</bdi>
          ))}
        </span>
      </Link>
      <MoveButtons kind="filter" id={id} name={name} isFirst={isFirst} isLast={isLast} />
      <EditFold name={name} problem={failure && t(`lists.${failure.problem}`)} rows={rows}>
        {() => (
          <>
            <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
              <AboutFields kind="filter" id={id} intent="change" />
              <NameField
                label={t("lists.name")}
                defaultValue={failure?.name ?? name}
                className="min-w-40 flex-1"
              />
              <Button>{t("lists.save")}</Button>
            </Form>
            <Form method="post" preventScrollReset>
              <AboutFields kind="filter" id={id} intent="delete" />
              <Button variant="danger">{t("lists.remove")}</Button>
            </Form>
          </>
        )}
      </EditFold>
    </li>
  );
}
