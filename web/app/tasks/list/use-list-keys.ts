import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useMove } from "#app/tasks/row/use-move";
import { addDays } from "#app/tasks/task/calendar-days";
import { useShortcuts } from "#app/ui/keyboard/shortcuts";

const find = (selector: string, within: ParentNode = document) =>
  within.querySelector<HTMLElement>(selector);

const focusedRow = () => document.activeElement?.closest<HTMLElement>("[data-row]") ?? null;

const clickInFocusedRow = (selector: string) => {
  const row = focusedRow();
  if (row) find(selector, row)?.click();
};

/**
 * Registers the keyboard shortcuts of a list of tasks.
 *
 * @param selection toggles a task in the selection, and ends it, where the list has one; `end` is not
 * called while a task is open beside the list
 */
export function useListKeys(selection?: { toggle(id: number): void; end(): void }): void {
  const { t } = useTranslation();
  // Index of the last focused row, for when that row has moved or been removed.
  const lastIndex = useRef(-1);
  const move = useMove();

  const step = (by: 1 | -1) => {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-row]:not([hidden])")];
    const focused = rows.findIndex((row) => row.contains(document.activeElement));
    const last = lastIndex.current;
    const from =
      focused >= 0 ? focused : by > 0 ? Math.min(last, rows.length) - (last < 0 ? 0 : 1) : last + 1;
    lastIndex.current = Math.max(0, Math.min(rows.length - 1, from + by));
    const row = rows[lastIndex.current];
    if (!row) return;
    find("[data-open]", row)?.focus();
    row.scrollIntoView({ block: "nearest" });
  };

  const putOff = (days: number) => {
    const { row, from, today = "" } = focusedRow()?.dataset ?? {};
    if (!row || !from) return;
    const day = addDays(from, days);
    if (day >= today) move(Number(row), day);
  };

  useShortcuts(t("nav.tasks"), [
    { keys: "j", label: t("list.keys.next"), act: () => step(1) },
    { keys: "k", label: t("list.keys.previous"), act: () => step(-1) },
    { keys: "Enter", label: t("list.keys.open") },
    { keys: "x", label: t("list.keys.complete"), act: () => clickInFocusedRow("[role=checkbox]") },
    { keys: "e", label: t("list.keys.rename"), act: () => clickInFocusedRow("[data-rename]") },
    { keys: "m", label: t("list.keys.move"), act: () => clickInFocusedRow("[data-move]") },
    { keys: "n", label: t("list.keys.dayLater"), act: () => putOff(1) },
    { keys: "p", label: t("list.keys.dayEarlier"), act: () => putOff(-1) },
    ...(selection
      ? [
          {
            keys: "v",
            label: t("list.keys.select"),
            act: () => {
              const row = focusedRow();
              if (row) selection.toggle(Number(row.dataset.row));
            },
          },
        ]
      : []),
    { keys: "c", label: t("list.keys.add"), act: () => find("[data-quick-add]")?.focus() },
    { keys: "/", label: t("list.keys.search"), act: () => find("[data-search]")?.focus() },
    ...(selection ? [{ keys: "Escape", act: selection.end }] : []),
  ]);
}
