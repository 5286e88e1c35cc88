import { Form, Link, NavLink, useFetcher, useLocation } from "@remix-run/react";
import { Menu as MenuIcon, Monitor, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { languageNames } from "#app/i18n/language";
import { classNames } from "#app/ui/class-names";
import { Menu } from "#app/ui/Menu";
import { NumeralsForm } from "./NumeralsForm";

type Theme = "light" | "dark" | "system";
type HeaderUser = { name: string; email: string } | null;

const MENU = { profile: "/profile", trash: "/trash", files: "/tasks/files" };

const link =
  "note inline-flex min-h-11 min-w-11 items-center justify-center px-2 text-ink pointer:hover:text-accent-text md:px-3";

export function SiteHeader({ user, theme }: { user: HeaderUser; theme: Theme }) {
  const { t } = useTranslation();
  return (
    <header className="border-b">
      <div className="mx-auto flex h-14 max-w-[1280px] items-center gap-1 px-4 md:gap-2 md:px-8">
        <Link
          to={user ? "/tasks" : "/"}
          aria-label={t("brand.home")}
          className="display me-auto inline-flex min-h-11 items-center text-[22px]"
        >
          {t("brand.name")}
        </Link>
        {user && (
          <nav aria-label={t("nav.main")} className="flex">
            <SectionLink to="/tasks" label={t("nav.tasks")} />
            <SectionLink to="/chatbot" label={t("nav.chat")} />
          </nav>
        )}
        <LanguageForm />
        {!user && (
          <Link to="/sign-in" prefetch="intent" className={link}>
            {t("nav.signIn")}
          </Link>
        )}
        <Menu label={t("nav.menu")} trigger={<MenuGlyph />} panelClassName="w-64">
          {user && (
            <p className="border-b p-4">
              <span className="own-words block font-medium">{user.name}</span>
              <span className="dense block text-quiet [overflow-wrap:anywhere]" dir="ltr">
                {user.email}
              </span>
            </p>
          )}
          {user && (
            <ul className="border-b p-2">
              {(["profile", "trash", "files"] as const).map((page) => (
                <li key={page}>
                  <Link
                    to={MENU[page]}
                    prefetch="intent"
                    className="flex min-h-11 w-full items-center rounded-control px-2 pointer:hover:bg-hairline"
                  >
                    {t(`nav.${page}`)}
                  </Link>
                </li>
              ))}
            </ul>
          )}
          <ThemeForm current={theme} />
          <NumeralsForm />
          {user && (
            <Form method="post" action="/sign-out" reloadDocument className="border-t p-2">
              <button
                type="submit"
                className="flex min-h-11 w-full items-center rounded-control px-2 text-start pointer:hover:bg-hairline"
              >
                {t("nav.signOut")}
              </button>
            </Form>
          )}
        </Menu>
      </div>
    </header>
  );
}

const MenuGlyph = () => <MenuIcon aria-hidden="true" size={20} strokeWidth={1.5} />;

function SectionLink({ to, label }: { to: string; label: string }) {
  return (
    <NavLink
      to={to}
      prefetch="intent"
      className={({ isActive }) => classNames(link, isActive && "underline underline-offset-8")}
    >
      {label}
    </NavLink>
  );
}

function LanguageForm() {
  const { i18n } = useTranslation();
  const other = i18n.language === "ur" ? "en" : "ur";
  const { pathname, search } = useLocation();
  return (
    // A whole new page: language, direction, dictionary and faces change together.
    <Form method="post" action="/settings" reloadDocument>
      <input type="hidden" name="locale" value={other} />
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button type="submit" lang={other} className={classNames(link, "min-w-11")}>
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
