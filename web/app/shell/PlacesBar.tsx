import { Link, NavLink, useFetcher, useLocation } from "@remix-run/react";
import {
  CalendarCheck,
  CalendarDays,
  CalendarRange,
  Filter,
  List,
  type LucideIcon,
  PanelLeftClose,
  PanelLeftOpen,
  Plus,
  Search,
  Trash2,
} from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "#app/i18n/use-format";
import { ColourDot } from "#app/tasks/groups/ColourDot";
import { groupHref } from "#app/tasks/groups/group-href";
import { readView, viewHref } from "#app/tasks/list/list-view";
import type { PlaceCounts } from "#app/tasks/places/count-places.server";
import { pressShortcut } from "#app/ui/keyboard/shortcuts";
import { classNames } from "#app/ui/styles/class-names";
import { TalkLink } from "./TalkLink";

/**
 * The places of the app: a bar at the bottom of a phone, within reach of a thumb, and a side bar that
 * folds on a desk. Its links work without JavaScript.
 */
export function PlacesBar({ counts, folded }: { counts: PlaceCounts; folded: boolean }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const view = pathname === "/tasks" ? viewHref(readView(new URLSearchParams(search))) : "";
  const showsFilter = counts.filters.some(({ href }) => href === view);
  return (
    <nav aria-label={t("nav.main")} data-places-bar className="places-bar print:hidden">
      <Link to="/today" aria-label={t("brand.home")} className="places-brand display max-lg:hidden">
        {t("brand.name")}
      </Link>
      <Place to="/today" Icon={CalendarCheck} label={t("nav.today")} count={counts.today} />
      <Place to="/upcoming" Icon={CalendarRange} label={t("nav.upcoming")} />
      <Place
        to="/calendar"
        Icon={CalendarDays}
        label={t("nav.calendar")}
        className="max-lg:hidden"
      />
      <AddPlace />
      <Place
        to="/tasks"
        Icon={List}
        label={t("nav.all")}
        isElsewhere={showsFilter}
        className="max-lg:hidden"
      />
      <Place to="/lists" Icon={List} label={t("nav.lists")} className="lg:hidden" />
      <TalkLink />
      <Link
        to="/tasks?status=all"
        onClick={(event) => {
          if (pressShortcut("Mod+k")) event.preventDefault();
        }}
        title={t("nav.search")}
        className={classNames("place", "max-lg:hidden")}
      >
        <Search aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0" />
        <span className="place-label">{t("nav.search")}</span>
      </Link>
      <Place to="/trash" Icon={Trash2} label={t("nav.trash")} className="max-lg:hidden" />
      {counts.filters.length > 0 && (
        <FiltersOf counts={counts} label={t("nav.filters")} shown={view} />
      )}
      {counts.lists.length > 0 && <ListsOf counts={counts} label={t("nav.lists")} />}
      <FoldForm folded={folded} returnTo={pathname + search} />
    </nav>
  );
}

function Place({
  to,
  Icon,
  label,
  count = 0,
  isElsewhere = false,
  className,
}: {
  to: string;
  Icon: LucideIcon;
  label: string;
  count?: number;
  /** What is shown at this address has a link of its own. */
  isElsewhere?: boolean;
  className?: string;
}) {
  const numbers = useNumbers();
  const { t } = useTranslation();
  return (
    <NavLink
      to={to}
      end
      prefetch="intent"
      title={label}
      aria-current={isElsewhere ? "false" : "page"}
      className={classNames("place", className)}
    >
      <Icon aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0" />
      <span className="place-label">{label}</span>
      {count > 0 && (
        <span className="place-count">
          <span aria-hidden="true">{numbers.count(count)}</span>
          <span className="sr-only">, {t("nav.waiting", { count })}</span>
        </span>
      )}
    </NavLink>
  );
}

/** Leads to the line that adds a task: on this page where it has one. */
function AddPlace() {
  const { t } = useTranslation();
  return (
    <Link
      to="/today?add="
      onClick={(event) => {
        const field = document.querySelector<HTMLElement>("[data-quick-add]");
        if (!field?.checkVisibility()) return;
        event.preventDefault();
        field.focus();
      }}
      className={classNames("place", "lg:hidden")}
    >
      <span className="inline-flex h-6 w-10 items-center justify-center rounded-control bg-accent text-on-accent">
        <Plus aria-hidden="true" size={20} strokeWidth={1.5} />
      </span>
      <span className="place-label">{t("nav.add")}</span>
    </Link>
  );
}

/** A part of the side bar, under the link to the page where it is changed. */
function Section({
  id,
  to,
  label,
  children,
}: {
  id: string;
  to: string;
  label: string;
  children: ReactNode;
}) {
  return (
    <div className="places-lists max-lg:hidden">
      <p id={id} className="note px-3 pt-4 pb-1 text-quiet">
        <Link
          to={to}
          className="inline-flex min-h-8 items-center underline-offset-4 pointer:hover:underline"
        >
          {label}
        </Link>
      </p>
      <ul aria-labelledby={id}>{children}</ul>
    </div>
  );
}

/** Saved filters: the address of each is that of the view it keeps. */
function FiltersOf({
  counts: { filters },
  label,
  shown,
}: {
  counts: PlaceCounts;
  label: string;
  /** The address of the view that is shown. */
  shown: string;
}) {
  return (
    <Section id="places-filters" to="/lists#filters" label={label}>
      {filters.map(({ id, name, href }) => (
        <li key={id}>
          <Link
            to={href}
            prefetch="intent"
            aria-current={href === shown ? "page" : undefined}
            className="place"
          >
            <Filter aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0" />
            <bdi className="place-label truncate">{name}</bdi>
          </Link>
        </li>
      ))}
    </Section>
  );
}

function ListsOf({ counts: { lists }, label }: { counts: PlaceCounts; label: string }) {
  const numbers = useNumbers();
  return (
    <Section id="places-lists" to="/lists" label={label}>
      {lists.map(({ name, colour, open }) => (
        <li key={name}>
          <NavLink to={groupHref("list", name)} prefetch="intent" className="place">
            <span className="inline-flex w-5 shrink-0 justify-center">
              <ColourDot colour={colour} />
            </span>
            <bdi className="place-label truncate">{name}</bdi>
            <span className="place-count">{numbers.count(open)}</span>
          </NavLink>
        </li>
      ))}
    </Section>
  );
}

/** Folds the side bar to its icons; this browser remembers it. */
function FoldForm({ folded, returnTo }: { folded: boolean; returnTo: string }) {
  const { t } = useTranslation();
  const fetcher = useFetcher({ key: "side" });
  const Icon = folded ? PanelLeftOpen : PanelLeftClose;
  const label = folded ? t("nav.unfold") : t("nav.fold");
  return (
    <fetcher.Form method="post" action="/settings" className="mt-auto pt-2 max-lg:hidden">
      <input type="hidden" name="returnTo" value={returnTo} />
      <button
        type="submit"
        name="side"
        value={folded ? "open" : "folded"}
        title={label}
        className={classNames("place", "w-full")}
      >
        <Icon
          aria-hidden="true"
          size={20}
          strokeWidth={1.5}
          className="shrink-0 rtl:-scale-x-100"
        />
        <span className="place-label">{label}</span>
      </button>
    </fetcher.Form>
  );
}
