import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useShortcuts } from "#app/ui/shortcuts";

const find = (selector: string, within: ParentNode = document) =>
  within.querySelector<HTMLElement>(selector);

const focusedRow = () => document.activeElement?.closest<HTMLElement>("[data-row]") ?? null;

const press = (selector: string) => {
  const row = focusedRow();
  if (row) find(selector, row)?.click();
};

/**
 * Keys of the list.
 *
 * @param onSelect takes a task in or out of the selection
 * @param onEscape ends the selection, where nothing is open beside the list
 */
export function useListKeys(onSelect: (id: number) => void, onEscape: () => void): void {
  const { t } = useTranslation();
  // Where one was, when the row itself has moved away or gone.
  const place = useRef(-1);

  const step = (by: 1 | -1) => {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-row]:not([hidden])")];
    const here = rows.findIndex((row) => row.contains(document.activeElement));
    const last = place.current;
    const from =
      here >= 0 ? here : by > 0 ? Math.min(last, rows.length) - (last < 0 ? 0 : 1) : last + 1;
    place.current = Math.max(0, Math.min(rows.length - 1, from + by));
    const row = rows[place.current];
    if (!row) return;
    find("[data-open]", row)?.focus();
    row.scrollIntoView({ block: "nearest" });
  };

  useShortcuts(t("nav.tasks"), [
    { keys: "j", label: t("list.keys.next"), act: () => step(1) },
    { keys: "k", label: t("list.keys.previous"), act: () => step(-1) },
    { keys: "Enter", label: t("list.keys.open") },
    { keys: "x", label: t("list.keys.complete"), act: () => press("[role=checkbox]") },
    { keys: "e", label: t("list.keys.rename"), act: () => press("[data-rename]") },
    {
      keys: "v",
      label: t("list.keys.select"),
      act: () => {
        const row = focusedRow();
        if (row) onSelect(Number(row.dataset.row));
      },
    },
    { keys: "c", label: t("list.keys.add"), act: () => find("[data-quick-add]")?.focus() },
    { keys: "/", label: t("list.keys.search"), act: () => find("[data-search]")?.focus() },
    { keys: "Escape", act: onEscape },
  ]);
}
