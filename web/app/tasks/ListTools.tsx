import { CheckSquare, Keyboard } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "#app/ui/Button";
import { classNames } from "#app/ui/class-names";
import { pressShortcut } from "#app/ui/shortcuts";
import { useListKeys } from "./use-list-keys";

export type Selection = ReadonlySet<number> | null;

/** What the list offers once the script runs: selecting, and keys. */
export function ListTools({
  selected,
  onSelected,
}: {
  selected: Selection;
  onSelected(change: (selected: Selection) => Selection): void;
}) {
  const { t } = useTranslation();
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const done = useCallback(() => onSelected(() => null), [onSelected]);
  useListKeys((id) => onSelected((ids) => toggled(ids, id)), done);

  return (
    <div className={classNames("-me-3 ms-auto flex", !live && "invisible")}>
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

/** The selection with one task taken in or out. */
export function toggled(selected: Selection, id: number): Selection {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}
