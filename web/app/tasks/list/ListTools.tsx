import { CheckSquare, Keyboard } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "#app/ui/controls/Button";
import { pressShortcut } from "#app/ui/keyboard/shortcuts";
import { classNames } from "#app/ui/styles/class-names";
import { useListKeys } from "./use-list-keys";

/** Numbers of the selected tasks; null while selecting is off. */
export type Selection = ReadonlySet<number> | null;

/** Buttons for selecting and for the keyboard shortcuts; hidden until JavaScript runs. */
export function ListTools({
  selected,
  onSelected,
}: {
  selected: Selection;
  onSelected(change: (selected: Selection) => Selection): void;
}) {
  const { t } = useTranslation();
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  const clear = useCallback(() => onSelected(() => null), [onSelected]);
  useListKeys({ toggle: (id) => onSelected((ids) => toggleSelected(ids, id)), end: clear });

  return (
    <div className={classNames("-me-3 ms-auto flex", !hydrated && "invisible")}>
      <IconButton
        type="button"
        label={t("list.bulk.title")}
        data-selects
        aria-pressed={selected !== null}
        onClick={() => onSelected((ids) => (ids ? null : new Set()))}
        className="aria-pressed:text-accent-text"
      >
        <CheckSquare aria-hidden="true" size={20} strokeWidth={1.5} />
      </IconButton>
      <IconButton
        type="button"
        label={t("ui.keys.title")}
        onClick={() => pressShortcut("?")}
        className="max-md:hidden"
      >
        <Keyboard aria-hidden="true" size={20} strokeWidth={1.5} />
      </IconButton>
    </div>
  );
}

/** The selection with one task added or removed. */
export function toggleSelected(selected: Selection, id: number): Selection {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}
