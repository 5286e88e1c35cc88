import { useLocation, useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { languageNames } from "#app/i18n/language";
import { inNumerals } from "#app/i18n/numerals";
import { useDisplayLocale } from "#app/i18n/use-format";
import type { Task } from "#app/tasks/task/task";
import { pressShortcut } from "#app/ui/keyboard/shortcuts";
import { CommandPalette, type PaletteItem } from "#app/ui/overlays/CommandPalette";
import { useTaskSearch } from "./use-task-search";

const PAGES = [
  ["/today", "nav.today"],
  ["/upcoming", "nav.upcoming"],
  ["/calendar", "nav.calendar"],
  ["/tasks", "list.palette.open"],
  ["/tasks?overdue=true", "list.palette.overdue"],
  ["/tasks?status=completed", "list.palette.completed"],
  ["/tasks?status=all", "list.palette.all"],
  ["/chatbot", "nav.chat"],
  ["/trash", "nav.trash"],
  ["/tasks/files", "nav.files"],
  ["/profile", "nav.profile"],
] as const;

/** Pages that show an opened task beside what they list. */
const WITH_PANEL = new Set(["/today", "/upcoming", "/calendar", "/tasks"]);

interface TaskPaletteProps {
  /** The tasks of the page, searched before the server is. */
  tasks: Task[];
  /** Lists and saved filters, with their addresses. */
  places: { name: string; href: string }[];
  onAdd(title: string): void;
  /** Focuses the quick-add field. */
  onWrite(): void;
  onTheme(theme: string): void;
  onClose(): void;
}

/** The command palette: pages, lists, filters, actions, and tasks by number or words. */
export default function TaskPalette({
  tasks,
  places,
  onAdd,
  onWrite,
  onTheme,
  onClose,
}: TaskPaletteProps) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { numerals } = useDisplayLocale();
  const [text, setText] = useState("");
  const found = useTaskSearch(text, tasks);
  const otherLanguage = i18n.language === "ur" ? "en" : "ur";
  const words = text.trim();
  const number = /^#?(\d{1,10})$/.exec(words)?.[1];
  // On the page that one is on; beside all tasks where there is no list.
  const { pathname } = useLocation();
  const openTask = (id: number | string) =>
    navigate(`${WITH_PANEL.has(pathname) ? pathname : "/tasks"}?task=${id}`, {
      preventScrollReset: true,
    });
  const item = (label: string, act: () => void, keys?: string): PaletteItem => ({
    value: label,
    label,
    keys,
    act,
  });

  const offersNumber = number !== undefined && !found.some(({ id }) => String(id) === number);
  const taskItems: PaletteItem[] = [
    ...(offersNumber
      ? [
          {
            value: `#${number}`,
            label: t("list.palette.openNumber", { number: inNumerals(number, numerals) }),
            act: () => openTask(number),
          },
        ]
      : []),
    ...found.map(({ id, title }) => ({
      // What the server has found need not have the letters: a word may be written otherwise.
      keywords: [text],
      value: `#${id} ${title}`,
      label: (
        <>
          <span dir="ltr" className="note figures w-12 shrink-0 text-quiet">
            {id > 0 && `#${inNumerals(String(id), numerals)}`}
          </span>
          <bdi className="min-w-0 truncate">{title}</bdi>
        </>
      ),
      act: () => openTask(id),
    })),
  ];
  // The value contains the text itself, so that the palette's filter always keeps these items.
  const textItem = (label: string, act: () => void): PaletteItem => ({
    value: `${text} ${label}`,
    label: <bdi className="min-w-0 truncate">{label}</bdi>,
    act,
  });
  const doItems: PaletteItem[] = [
    ...(words
      ? [
          textItem(t("list.palette.add", { text: words }), () => onAdd(words)),
          textItem(t("list.palette.search", { text: words }), () =>
            navigate(`/tasks?status=all&search=${encodeURIComponent(words)}`),
          ),
        ]
      : [item(t("tasks.add.label"), onWrite, "c")]),
    item(languageNames[otherLanguage], () =>
      submitWithReload("/settings", { locale: otherLanguage }),
    ),
    ...(["light", "dark", "system"] as const).map((theme) =>
      item(`${t("settings.theme")}: ${t(`settings.${theme}`)}`, () => onTheme(theme)),
    ),
    item(t("ui.keys.title"), () => pressShortcut("?"), "?"),
    item(t("nav.signOut"), () => submitWithReload("/sign-out", {})),
  ];

  return (
    <CommandPalette
      label={t("list.palette.title")}
      placeholder={t("list.palette.placeholder")}
      nothing={t("list.palette.nothing")}
      text={text}
      onText={setText}
      onClose={onClose}
      groups={[
        { heading: t("nav.tasks"), items: taskItems },
        { heading: t("list.palette.do"), items: doItems },
        {
          heading: t("list.palette.go"),
          items: [
            ...PAGES.map(([to, name]) => item(t(name), () => navigate(to))),
            ...places.map(({ name, href }) => ({
              value: `${href} ${name}`,
              label: <bdi className="min-w-0 truncate">{name}</bdi>,
              act: () => navigate(href),
            })),
          ],
        },
      ]}
    />
  );
}

/** Submits a plain form: a change of language and signing out need a full page load. */
function submitWithReload(action: string, fields: Record<string, string>): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = action;
  const { pathname, search } = window.location;
  for (const [name, value] of Object.entries({ ...fields, returnTo: pathname + search })) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
