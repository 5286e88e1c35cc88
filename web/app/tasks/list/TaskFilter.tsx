import { Form, Link, useNavigate, useNavigation } from "@remix-run/react";
import { Search, SlidersHorizontal, X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "#app/i18n/use-format";
import { Button, IconButton } from "#app/ui/controls/Button";
import { Sheet } from "#app/ui/overlays/Sheet";
import { classNames } from "#app/ui/styles/class-names";
import { ChosenFields, FilterChips } from "./FilterChips";
import { FilterChoices } from "./FilterChoices";
import {
  isFiltered,
  type ListView,
  readView,
  type StatusFilter,
  unfiltered,
  viewHref,
} from "./list-view";

/** The list reloads after a pause of this length in typing. */
const DEBOUNCE_MS = 250;

const control =
  "dense min-h-11 min-w-0 border-b border-edge bg-transparent text-ink focus:border-ink";

/**
 * The filters of the list. Their state is in the URL; without JavaScript a button applies them. They
 * take one line where there is room, otherwise the status links stand above the other filters.
 */
export function TaskFilter({
  view,
  counts,
  categories,
  broad,
  tools,
}: {
  view: ListView;
  counts: Record<StatusFilter, number>;
  categories: string[];
  /** The filters have the whole width of the page. */
  broad: boolean;
  /** Buttons at the end of the line. */
  tools: ReactNode;
}) {
  const { t } = useTranslation();
  const { count } = useNumbers();
  const hasNoTasks = counts.all === 0 && !isFiltered(view);
  return (
    <div
      hidden={hasNoTasks}
      data-broad={broad || undefined}
      className="pb-1 md:pt-4 md:pb-2 print:hidden"
    >
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-x-6 gap-y-1 broad:grid-cols-[auto_minmax(0,1fr)_auto]">
        <nav aria-label={t("tasks.filter.label")} className="col-start-1 row-start-1 -mx-2 flex">
          {(["open", "completed", "all"] as const).map((status) => (
            <Link
              key={status}
              to={viewHref({ ...view, status })}
              preventScrollReset
              aria-current={status === view.status ? "page" : undefined}
              className={classNames(
                "note figures inline-flex min-h-11 items-center gap-2 px-2",
                status === view.status ? "text-ink" : "text-quiet pointer:hover:text-ink",
              )}
            >
              <span
                className={classNames(status === view.status && "underline underline-offset-8")}
              >
                {t(`tasks.filter.${status}`)}
              </span>
              <span className="text-quiet">{count(counts[status])}</span>
            </Link>
          ))}
        </nav>
        <FilterForm
          view={view}
          categories={categories}
          className="col-span-2 col-start-1 row-start-2 max-md:hidden noscript:grid broad:col-span-1 broad:col-start-2 broad:row-start-1"
        />
        <div className="col-start-2 row-start-1 flex broad:col-start-3">
          <FilterSheet view={view} categories={categories} />
          {tools}
        </div>
      </div>
    </div>
  );
}

/** On a phone the filters are one sheet, so that the list begins on the first screen. */
function FilterSheet({ view, categories }: { view: ListView; categories: string[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const filtered = isFiltered(view);
  return (
    <div className="md:hidden noscript:hidden">
      <IconButton
        ref={button}
        type="button"
        label={t("list.filter.title")}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        className={classNames(filtered && "text-accent-text")}
      >
        <SlidersHorizontal aria-hidden="true" size={20} strokeWidth={1.5} />
        {filtered && <span className="sr-only">, {t("list.filter.active")}</span>}
      </IconButton>
      {open && (
        <Sheet
          place="side"
          labelledBy="filter-title"
          onClose={() => setOpen(false)}
          returnTo={() => button.current}
        >
          <div className="flex items-center justify-between border-b ps-4">
            <h2 id="filter-title" tabIndex={-1} className="note text-quiet">
              {t("list.filter.title")}
            </h2>
            <IconButton type="button" label={t("ui.close")} onClick={() => setOpen(false)}>
              <X aria-hidden="true" size={20} strokeWidth={1.5} />
            </IconButton>
          </div>
          <FilterForm view={view} categories={categories} chips className="p-4 pb-0" />
          <FilterChips view={view} categories={categories} />
        </Sheet>
      )}
    </div>
  );
}

function FilterForm({
  view,
  categories,
  chips = false,
  className,
}: {
  view: ListView;
  categories: string[];
  /** Beside it are chips for all but the search. */
  chips?: boolean;
  className: string;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const form = useRef<HTMLFormElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const timer = useRef<number>();
  const { priority, category, overdue } = view;

  useEffect(() => () => window.clearTimeout(timer.current), []);

  // Back navigation and clearing change the URL; a field that has the focus is left alone.
  useEffect(() => {
    const field = search.current;
    if (field && document.activeElement !== field) field.value = view.search;
  }, [view.search]);
  useEffect(() => {
    const values = { priority: priority ?? "", category: category ?? "", overdue: String(overdue) };
    for (const [name, value] of Object.entries(values)) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLSelectElement) field.value = value;
    }
  }, [priority, category, overdue]);

  const apply = () => {
    window.clearTimeout(timer.current);
    if (!form.current) return;
    const fields = new URLSearchParams(
      [...new FormData(form.current)].map(([name, value]) => [name, String(value)]),
    );
    navigate(viewHref(readView(fields)), { replace: true, preventScrollReset: true });
  };
  const applyDebounced = () => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(apply, DEBOUNCE_MS);
  };

  return (
    <Form
      ref={form}
      role="search"
      action="/tasks"
      aria-busy={navigation.state === "loading"}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      className={classNames("grid grid-cols-3 items-end gap-x-4 gap-y-1 md:flex", className)}
    >
      {view.status !== "open" && <input type="hidden" name="status" value={view.status} />}
      <label
        className={classNames(
          "flex min-w-0 flex-1 items-center gap-2",
          isFiltered(view) ? "col-span-2" : "col-span-3",
        )}
      >
        <Search aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0 text-quiet" />
        <span className="sr-only">{t("list.filter.search")}</span>
        <input
          ref={search}
          type="search"
          name="search"
          data-search
          dir="auto"
          defaultValue={view.search}
          placeholder={t("list.filter.search")}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          onChange={applyDebounced}
          className={classNames(control, "w-full")}
        />
      </label>
      {isFiltered(view) && (
        <Link
          to={viewHref(unfiltered(view))}
          preventScrollReset
          onClick={({ detail }) => {
            if (search.current) search.current.value = "";
            // A keyboard activation, whose focus would be lost with this link.
            if (detail === 0) search.current?.focus();
          }}
          className="note inline-flex min-h-11 items-center justify-self-end whitespace-nowrap text-quiet underline decoration-edge underline-offset-4 pointer:hover:text-ink"
        >
          {t("list.filter.clear")}
        </Link>
      )}
      {chips ? (
        <ChosenFields view={view} />
      ) : (
        <FilterChoices view={view} categories={categories} apply={apply} />
      )}
      <noscript>
        <Button>{t("list.filter.apply")}</Button>
      </noscript>
    </Form>
  );
}
