import { Form, Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { addTexts } from "#app/i18n/add-texts";
import { listTexts } from "#app/i18n/list-texts";
import { useNumbers } from "#app/i18n/use-format";
import { FilterRow } from "#app/tasks/filters/FilterRow";
import type { FilterFailure } from "#app/tasks/filters/filter-form";
import type { SavedFilter } from "#app/tasks/filters/saved-filter";
import { Button } from "#app/ui/controls/Button";
import { Problem } from "#app/ui/feedback/Problem";
import { GroupRow } from "./GroupRow";
import type { Group, GroupKind } from "./group";
import type { GroupFailure } from "./group-form";
import { NameField } from "./NamedRow";

/** All lists, saved filters and labels of a person: their order, colours and archive, and how they are changed. */
export function ListsPage({
  lists,
  labels,
  filters,
  failure,
}: {
  lists: Group[];
  labels: Group[];
  filters: SavedFilter[];
  failure?: GroupFailure | FilterFailure;
}) {
  const { t, i18n } = useTranslation();
  addTexts(i18n, listTexts);
  const ofFilters = failure?.kind === "filter" ? failure : undefined;
  const ofGroups = failure?.kind === "filter" ? undefined : failure;
  return (
    <main id="content" className="mx-auto w-full max-w-[960px] flex-1 px-4 pb-24 md:px-8">
      <header className="flex flex-col gap-2 pt-8 pb-6 md:pt-12 md:pb-8">
        <h1 className="display size-title">{t("lists.title")}</h1>
        <p className="text-quiet">{t("lists.hint")}</p>
      </header>
      <Groups kind="list" groups={lists} failure={ofGroups} />
      <h2 id="filters" className="display scroll-mt-16 pt-12 pb-4 text-[28px]">
        {t("lists.filters")}
      </h2>
      <Filters filters={filters} failure={ofFilters} />
      <h2 className="display pt-12 pb-4 text-[28px]">{t("lists.labels")}</h2>
      <Groups kind="label" groups={labels} failure={ofGroups} />
    </main>
  );
}

function Filters({ filters, failure }: { filters: SavedFilter[]; failure?: FilterFailure }) {
  const { t } = useTranslation();
  return (
    <>
      {filters.length === 0 && <p className="border-t py-4 text-quiet">{t("lists.noFilters")}</p>}
      <ul className="border-t">
        {filters.map((filter, at) => (
          <FilterRow
            key={filter.id}
            filter={filter}
            rows={filters.length}
            isFirst={at === 0}
            isLast={at === filters.length - 1}
            failure={failure?.id === filter.id ? failure : undefined}
          />
        ))}
      </ul>
      {failure && failure.id === undefined && (
        // The page of tasks names it by itself; this is for browsers without script.
        <Form method="post" className="flex items-end gap-3 pt-4">
          <input type="hidden" name="intent" value="create" />
          <input type="hidden" name="kind" value="filter" />
          <input type="hidden" name="view" value={failure.view ?? ""} />
          <NameField
            label={t("lists.name")}
            defaultValue={failure.name}
            aria-invalid
            className="max-w-72 flex-1"
          />
          <Button>{t("lists.save")}</Button>
          <Problem>{t(`lists.${failure.problem}`)}</Problem>
        </Form>
      )}
    </>
  );
}

function Groups({
  kind,
  groups,
  failure,
}: {
  kind: GroupKind;
  groups: Group[];
  failure?: GroupFailure;
}) {
  const { t } = useTranslation();
  const ofKind = failure?.kind === kind ? failure : undefined;
  const [params] = useSearchParams();
  const inUse = groups.filter(({ archived }) => !archived);
  const ordered = [...inUse, ...groups.filter(({ archived }) => archived)];
  const first = firstShown(ordered, params.get(kind), ofKind);
  const onPage = ordered.slice(first, first + ROWS_MAX);
  const shown = onPage.filter(({ archived }) => !archived);
  const archived = onPage.filter((group) => group.archived);
  const row = (group: Group) => (
    <GroupRow
      key={group.id}
      kind={kind}
      group={group}
      groups={groups}
      isFirst={group === inUse[0]}
      isLast={group === inUse.at(-1)}
      failure={ofKind?.id === group.id ? ofKind : undefined}
    />
  );
  const isNew = ofKind && ofKind.id === undefined;
  return (
    <>
      {groups.length === 0 && (
        <p className="border-t py-4 text-quiet">
          {t(kind === "list" ? "lists.none" : "lists.noneLabels")}
        </p>
      )}
      <ul className="border-t">{shown.map(row)}</ul>
      {archived.length > 0 && (
        <details className="pt-2">
          <summary className="note inline-flex min-h-11 items-center text-quiet underline decoration-edge underline-offset-4">
            {t("lists.archived")}
          </summary>
          <ul className="border-t">{archived.map(row)}</ul>
        </details>
      )}
      <PageLinks kind={kind} count={groups.length} first={first} />
      <Form
        // A name that was taken is written on.
        key={groups.length}
        method="post"
        className="flex items-end gap-3 pt-4"
      >
        <input type="hidden" name="intent" value="create" />
        <input type="hidden" name="kind" value={kind} />
        <NameField
          label={t(kind === "list" ? "lists.newList" : "lists.newLabel")}
          defaultValue={isNew ? ofKind.name : ""}
          aria-invalid={isNew || undefined}
          className="max-w-72 flex-1"
        />
        <Button variant={kind === "list" ? "primary" : "plain"}>{t("lists.make")}</Button>
      </Form>
      {isNew && <Problem>{t(`lists.${ofKind.problem}`)}</Problem>}
    </>
  );
}

/** So many rows are shown at once. */
const ROWS_MAX = 100;

/** The place of the first row of a page: of the one that was asked for, or where something is wrong. */
function firstShown(groups: readonly Group[], page: string | null, failure?: GroupFailure): number {
  const wrong = groups.findIndex(({ id }) => id === failure?.id);
  const last = Math.floor(Math.max(0, groups.length - 1) / ROWS_MAX);
  const wanted = wrong < 0 ? (Number(page) || 1) - 1 : Math.floor(wrong / ROWS_MAX);
  return Math.min(Math.max(0, Math.trunc(wanted)), last) * ROWS_MAX;
}

/** Leads to the other pages of many lists or labels, each by its rows: 101–200. */
function PageLinks({ kind, count, first }: { kind: GroupKind; count: number; first: number }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const [params] = useSearchParams();
  if (count <= ROWS_MAX) return null;
  const starts = Array.from({ length: Math.ceil(count / ROWS_MAX) }, (_, page) => page * ROWS_MAX);
  return (
    <nav
      aria-label={t(kind === "list" ? "lists.title" : "lists.labels")}
      className="flex flex-wrap gap-x-6 pt-2"
    >
      {starts.map((start) => {
        const search = new URLSearchParams(params);
        search.set(kind, String(start / ROWS_MAX + 1));
        return (
          <Link
            key={start}
            to={`?${search}`}
            preventScrollReset
            aria-current={start === first ? "page" : undefined}
            className="figures inline-flex min-h-11 items-center text-quiet underline decoration-edge underline-offset-4 aria-[current]:text-ink aria-[current]:no-underline"
          >
            <bdi>{`${numbers.count(start + 1)}–${numbers.count(Math.min(start + ROWS_MAX, count))}`}</bdi>
          </Link>
        );
      })}
    </nav>
  );
}
