import { Form, Link } from "@remix-run/react";
import { Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { MoveButtons } from "#app/tasks/groups/MoveButtons";
import { viewHref } from "#app/tasks/list/list-view";
import { Button } from "#app/ui/controls/Button";
import { InlineField } from "#app/ui/controls/InlineField";
import { Problem } from "#app/ui/feedback/Problem";
import type { FilterFailure } from "./filter-form";
import type { SavedFilter } from "./saved-filter";

/** One saved filter, with what can be done with it behind a fold; without script too. */
export function FilterRow({
  filter: { id, name, view },
  isFirst,
  isLast,
  failure,
}: {
  filter: SavedFilter;
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
      <details open={failure !== undefined || undefined} className="w-full">
        <summary
          aria-label={t("lists.edit", { name })}
          title={t("lists.edit", { name })}
          className="absolute end-0 top-0.5 -me-3 inline-flex size-11 cursor-pointer list-none items-center justify-center text-quiet pointer:hover:text-ink [&::-webkit-details-marker]:hidden"
        >
          <Pencil aria-hidden="true" size={20} strokeWidth={1.5} />
        </summary>
        <div className="flex flex-col gap-4 border-t py-4 ps-5">
          {failure && <Problem>{t(`lists.${failure.problem}`)}</Problem>}
          <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
            <Hidden id={id} intent="change" />
            <InlineField
              label={t("lists.name")}
              name="name"
              required
              maxLength={50}
              dir="auto"
              autoComplete="off"
              defaultValue={failure?.name ?? name}
              className="min-w-40 flex-1"
            />
            <Button>{t("lists.save")}</Button>
          </Form>
          <Form method="post" preventScrollReset>
            <Hidden id={id} intent="delete" />
            <Button variant="danger">{t("lists.remove")}</Button>
          </Form>
        </div>
      </details>
    </li>
  );
}

function Hidden({ id, intent }: { id: string; intent: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="kind" value="filter" />
      <input type="hidden" name="id" value={id} />
    </>
  );
}
