import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { languageNames } from "#app/i18n/language";
import { inNumerals } from "#app/i18n/numerals";
import { useReading } from "#app/i18n/use-format";
import { CommandPalette, type PaletteItem } from "#app/ui/CommandPalette";
import { pressShortcut } from "#app/ui/shortcuts";
import type { Task } from "./task";
import { useFoundTasks } from "./use-found-tasks";

const PLACES = [
  ["/tasks", "list.palette.open"],
  ["/tasks?overdue=true", "list.palette.overdue"],
  ["/tasks?status=completed", "list.palette.completed"],
  ["/tasks?status=all", "list.palette.all"],
  ["/chatbot", "nav.chat"],
  ["/trash", "nav.trash"],
  ["/tasks/files", "nav.files"],
  ["/profile", "nav.profile"],
] as const;

interface TaskPaletteProps {
  /** Those of the page: found before the server is asked. */
  tasks: Task[];
  onAdd(title: string): void;
  /** Goes to the line that adds. */
  onWrite(): void;
  onTheme(theme: string): void;
  onClose(): void;
}

/** Everything by its name: places, actions, and tasks by number or words. */
export default function TaskPalette({ tasks, onAdd, onWrite, onTheme, onClose }: TaskPaletteProps) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { numerals } = useReading();
  const [text, setText] = useState("");
  const found = useFoundTasks(text, tasks);
  const other = i18n.language === "ur" ? "en" : "ur";
  const words = text.trim();
  const number = /^#?(\d{1,10})$/.exec(words)?.[1];
  const open = (id: number | string) => navigate(`/tasks?task=${id}`, { preventScrollReset: true });
  const named = (label: string, act: () => void, keys?: string): PaletteItem => ({
    value: label,
    label,
    keys,
    act,
  });

  const numbered = number !== undefined && !found.some(({ id }) => String(id) === number);
  const taskItems: PaletteItem[] = [
    ...(numbered
      ? [
          {
            value: `#${number}`,
            label: t("list.palette.openNumber", { number: inNumerals(number, numerals) }),
            act: () => open(number),
          },
        ]
      : []),
    ...found.map(({ id, title }) => ({
      value: `#${id} ${title}`,
      label: (
        <>
          <span dir="ltr" className="note figures w-12 shrink-0 text-quiet">
            #{inNumerals(String(id), numerals)}
          </span>
          <bdi className="min-w-0 truncate">{title}</bdi>
        </>
      ),
      act: () => open(id),
    })),
  ];
  // What is made of the words themselves always fits them.
  const saying = (label: string, act: () => void): PaletteItem => ({
    value: `${text} ${label}`,
    label: <bdi className="min-w-0 truncate">{label}</bdi>,
    act,
  });
  const doItems: PaletteItem[] = [
    ...(words
      ? [
          saying(t("list.palette.add", { text: words }), () => onAdd(words)),
          saying(t("list.palette.search", { text: words }), () =>
            navigate(`/tasks?status=all&search=${encodeURIComponent(words)}`),
          ),
        ]
      : [named(t("tasks.add.label"), onWrite, "c")]),
    named(languageNames[other], () => submitPage("/settings", { locale: other })),
    ...(["light", "dark", "system"] as const).map((theme) =>
      named(`${t("settings.theme")}: ${t(`settings.${theme}`)}`, () => onTheme(theme)),
    ),
    named(t("ui.keys.title"), () => pressShortcut("?"), "?"),
    named(t("nav.signOut"), () => submitPage("/sign-out", {})),
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
          items: PLACES.map(([to, name]) => named(t(name), () => navigate(to))),
        },
      ]}
    />
  );
}

/** Another language, or nobody signed in, is a whole new page: it goes as a plain form. */
function submitPage(action: string, fields: Record<string, string>): void {
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
