import { Form, Link, useFetcher, useLocation, useMatches } from "@remix-run/react";
import { Bell as BellIcon, Menu as MenuIcon, Monitor, Moon, Search, Sun } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { NumeralsForm } from "#app/accounts/preferences/NumeralsForm";
import { languageNames } from "#app/i18n/language";
import { useNumbers } from "#app/i18n/use-format";
import { START_PAGE } from "#app/platform/start-page";
import { Kbd } from "#app/ui/display/Kbd";
import { pressShortcut } from "#app/ui/keyboard/shortcuts";
import { Menu, menuItem } from "#app/ui/overlays/Menu";
import { classNames } from "#app/ui/styles/class-names";

type Theme = "light" | "dark" | "system";
type HeaderUser = { name: string; email: string } | null;

const MENU = { all: "/tasks", profile: "/profile", trash: "/trash", files: "/tasks/files" };

const link =
  "note inline-flex min-h-11 min-w-11 items-center justify-center px-2 text-ink pointer:hover:text-accent-text md:px-3";

/** The header of every page: navigation, language, and the menu with settings and account. */
export function SiteHeader({ user, theme }: { user: HeaderUser; theme: Theme }) {
  const { t } = useTranslation();
  return (
    <header className="border-b print:hidden">
      <div
        className={classNames(
          "mx-auto flex max-w-[1280px] items-center gap-1 px-4 md:gap-2 md:px-8",
          user ? "h-(--header)" : "h-14",
        )}
      >
        <Link
          to={user ? START_PAGE : "/"}
          aria-label={t("brand.home")}
          className={classNames(
            "display brand me-auto inline-flex min-h-11 min-w-11 items-center text-[22px]",
            user && "lg:invisible",
          )}
        >
          {t("brand.name")}
        </Link>
        {user && <SearchLink />}
        {user && <Bell />}
        <LanguageForm className={user ? "max-md:hidden" : undefined} />
        {!user && (
          <Link to="/sign-in" prefetch="intent" className={link}>
            {t("nav.signIn")}
          </Link>
        )}
        <Menu
          label={t("nav.menu")}
          trigger={<MenuGlyph />}
          className="-me-3"
          panelClassName="md:end-3 md:w-64"
        >
          {user && (
            <div className="border-b p-2">
              <p className="px-2 py-2">
                <span className="own-words block font-medium">{user.name}</span>
                <span className="dense block text-quiet [overflow-wrap:anywhere]" dir="ltr">
                  {user.email}
                </span>
              </p>
              {(["all", "profile", "trash", "files"] as const).map((page) => (
                <Link key={page} to={MENU[page]} prefetch="intent" className={menuItem}>
                  {t(`nav.${page}`)}
                </Link>
              ))}
              <MenuCommands />
            </div>
          )}
          <ThemeForm current={theme} />
          <NumeralsForm />
          {user && (
            <div className="border-t p-2">
              <LanguageForm className="md:hidden" itemClassName={menuItem} />
              <Form method="post" action="/sign-out" reloadDocument>
                <button type="submit" className={menuItem}>
                  {t("nav.signOut")}
                </button>
              </Form>
            </div>
          )}
        </Menu>
      </div>
    </header>
  );
}

/** Leads to what rang; a page that reads the list anew knows newer numbers than the root. */
function Bell() {
  const { t } = useTranslation();
  const { name } = useNumbers();
  const count = useMatches().reduce(
    (last, { data }) => (data as { unread?: number } | undefined)?.unread ?? last,
    0,
  );
  return (
    <Link
      to="/reminders"
      prefetch="intent"
      aria-label={count > 0 ? t("nav.bellUnread", { count }) : t("nav.bell")}
      className={classNames(link, "relative")}
    >
      <BellIcon aria-hidden="true" size={20} strokeWidth={1.5} />
      {count > 0 && (
        <span
          aria-hidden="true"
          className="figures absolute end-0.5 top-1 min-w-[18px] rounded-full bg-ink px-1 text-center text-[11px] leading-[18px] text-page"
        >
          {name(Math.min(count, 99))}
        </span>
      )}
    </Link>
  );
}

const MenuGlyph = () => <MenuIcon aria-hidden="true" size={20} strokeWidth={1.5} />;

/** Opens what finds anything; without JavaScript it leads to the list with its search. */
function SearchLink() {
  const { t } = useTranslation();
  return (
    <Link
      to="/tasks?status=all"
      aria-label={t("nav.search")}
      title={t("nav.search")}
      onClick={(event) => {
        if (pressShortcut("Mod+k")) event.preventDefault();
      }}
      className={classNames(link, "lg:hidden")}
    >
      <Search aria-hidden="true" size={20} strokeWidth={1.5} />
    </Link>
  );
}

/** Menu entries for keyboard commands, for touch devices; shown after hydration. */
function MenuCommands() {
  const { t } = useTranslation();
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  if (!hydrated) return null;
  return (
    <>
      {(
        [
          ["Mod+k", "ui.palette"],
          ["?", "ui.keys.title"],
        ] as const
      ).map(([keys, label]) => (
        <button
          key={keys}
          type="button"
          data-closes
          onClick={() => requestAnimationFrame(() => pressShortcut(keys))}
          className={classNames(menuItem, keys === "?" && "max-md:hidden")}
        >
          <span className="flex-1">{t(label)}</span>
          <span className="max-md:hidden">
            <Kbd keys={keys} />
          </span>
        </button>
      ))}
    </>
  );
}

function LanguageForm({
  className,
  itemClassName,
}: {
  className?: string;
  itemClassName?: string;
}) {
  const { i18n } = useTranslation();
  const other = i18n.language === "ur" ? "en" : "ur";
  const { pathname, search } = useLocation();
  return (
    // A full page load: language, direction, dictionary and fonts change together.
    <Form method="post" action="/settings" reloadDocument className={className}>
      <input type="hidden" name="locale" value={other} />
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button type="submit" lang={other} className={itemClassName ?? link}>
        {languageNames[other]}
      </button>
    </Form>
  );
}

const themes = [
  { value: "light", Icon: Sun },
  { value: "dark", Icon: Moon },
  { value: "system", Icon: Monitor },
] as const;

function ThemeForm({ current }: { current: Theme }) {
  const { t } = useTranslation();
  const fetcher = useFetcher();
  const { pathname, search } = useLocation();
  const shown = (fetcher.formData?.get("theme") as Theme | null | undefined) ?? current;
  return (
    <fetcher.Form method="post" action="/settings" className="p-4">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <fieldset>
        <legend className="note mb-2 text-quiet">{t("settings.theme")}</legend>
        <div className="flex gap-px border border-hairline">
          {themes.map(({ value, Icon }) => (
            <button
              key={value}
              type="submit"
              name="theme"
              value={value}
              aria-pressed={shown === value}
              className="dense flex min-h-16 flex-1 flex-col items-center justify-center gap-1 aria-pressed:bg-ink aria-pressed:text-page pointer:hover:bg-hairline pointer:hover:text-ink"
            >
              <Icon aria-hidden="true" size={20} strokeWidth={1.5} />
              {t(`settings.${value}`)}
            </button>
          ))}
        </div>
      </fieldset>
    </fetcher.Form>
  );
}
