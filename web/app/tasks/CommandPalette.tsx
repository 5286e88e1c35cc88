import { useFetcher, useNavigate } from "@remix-run/react";
import { Command } from "cmdk";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { languageNames } from "#app/i18n/language";
import { inNumerals } from "#app/i18n/numerals";
import { useReading } from "#app/i18n/use-format";
import { Modal } from "./Modal";
import type { Task } from "./task";
import { useFoundTasks } from "./use-found-tasks";

const PLACES = [
  ["/tasks", "open"],
  ["/tasks?overdue=true", "overdue"],
  ["/tasks?status=completed", "completed"],
  ["/tasks?status=all", "all"],
  ["/chatbot", "chat"],
] as const;

/** Everything by its name: places, actions, and tasks by number or words. */
export default function CommandPalette({
  tasks,
  onHelp,
  onClose,
}: {
  tasks: Task[];
  onHelp(): void;
  onClose(): void;
}) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { numerals } = useReading();
  const add = useFetcher({ key: "palette-add" });
  const theme = useFetcher({ key: "palette-theme" });
  const [text, setText] = useState("");
  const found = useFoundTasks(text, tasks);
  const other = i18n.language === "ur" ? "en" : "ur";
  const number = /^#?(\d{1,10})$/.exec(text.trim())?.[1];

  const item = (value: string, label: ReactNode, act: () => void) => (
    <Command.Item
      key={value}
      value={value}
      onSelect={() => {
        onClose();
        act();
      }}
      className="dense flex min-h-11 cursor-pointer items-center gap-3 px-4 data-[selected=true]:bg-hairline"
    >
      {label}
    </Command.Item>
  );
  const open = (id: number | string) => navigate(`/tasks?task=${id}`, { preventScrollReset: true });

  return (
    <Modal label={t("list.palette.title")} onClose={onClose}>
      <Command label={t("list.palette.title")} loop>
        <Command.Input
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder={t("list.palette.placeholder")}
          className="lead own-words min-h-14 w-full border-b bg-transparent px-4 outline-offset-[-2px]"
        />
        <Command.List className="palette max-h-[50dvh] overflow-y-auto">
          <Command.Empty className="dense px-4 py-6 text-quiet">
            {t("list.palette.nothing")}
          </Command.Empty>
          {(found.length > 0 || number) && (
            <Command.Group heading={t("nav.tasks")}>
              {number &&
                !found.some(({ id }) => String(id) === number) &&
                item(
                  `#${number}`,
                  t("list.palette.openNumber", { number: inNumerals(number, numerals) }),
                  () => open(number),
                )}
              {found.map(({ id, title }) =>
                item(
                  `#${id} ${title}`,
                  <>
                    <span dir="ltr" className="note figures w-12 shrink-0 text-quiet">
                      #{inNumerals(String(id), numerals)}
                    </span>
                    <bdi className="min-w-0 truncate">{title}</bdi>
                  </>,
                  () => open(id),
                ),
              )}
            </Command.Group>
          )}
          <Command.Group heading={t("list.palette.do")}>
            {text.trim()
              ? item(
                  `${text} ${t("list.palette.add", { text })}`,
                  t("list.palette.add", { text }),
                  () =>
                    add.submit(
                      { intent: "add", title: text },
                      { method: "post", action: "/tasks" },
                    ),
                )
              : item(t("tasks.add.label"), t("tasks.add.label"), () =>
                  // The dialog gives the focus back first.
                  requestAnimationFrame(() =>
                    document.querySelector<HTMLElement>("[data-quick-add]")?.focus(),
                  ),
                )}
            {text.trim() &&
              item(
                `${text} ${t("list.palette.search", { text })}`,
                t("list.palette.search", { text }),
                () => navigate(`/tasks?status=all&search=${encodeURIComponent(text.trim())}`),
              )}
            {item(languageNames[other], languageNames[other], () => switchLanguage(other))}
            {(["light", "dark", "system"] as const).map((value) =>
              item(
                `${t("settings.theme")} ${t(`settings.${value}`)}`,
                `${t("settings.theme")}: ${t(`settings.${value}`)}`,
                () => theme.submit({ theme: value }, { method: "post", action: "/settings" }),
              ),
            )}
            {item(t("list.keys.title"), t("list.keys.title"), onHelp)}
          </Command.Group>
          <Command.Group heading={t("list.palette.go")}>
            {PLACES.map(([to, name]) =>
              item(t(`list.palette.${name}`), t(`list.palette.${name}`), () => navigate(to)),
            )}
          </Command.Group>
        </Command.List>
      </Command>
    </Modal>
  );
}

/** Another language is a whole new page: it goes as a plain form. */
function switchLanguage(locale: string): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/settings";
  const { pathname, search } = window.location;
  for (const [name, value] of Object.entries({ locale, returnTo: pathname + search })) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
