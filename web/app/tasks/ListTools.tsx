import { CheckSquare, Keyboard } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "#app/ui/Button";
import { classNames } from "#app/ui/class-names";
import type { Task } from "./task";
import { useShortcuts } from "./use-shortcuts";

// Loaded when they are asked for: the page itself stays light.
const CommandPalette = lazy(() => import("./CommandPalette"));
const ShortcutsHelp = lazy(() => import("./ShortcutsHelp"));

export type Selection = ReadonlySet<number> | null;

/** What the list offers once the script runs: selecting, keys, the command palette. */
export function ListTools({
  tasks,
  selected,
  onSelected,
}: {
  tasks: Task[];
  selected: Selection;
  onSelected(change: (selected: Selection) => Selection): void;
}) {
  const { t } = useTranslation();
  const [live, setLive] = useState(false);
  const [shown, setShown] = useState<"palette" | "help" | null>(null);
  useEffect(() => setLive(true), []);
  const done = useCallback(() => onSelected(() => null), [onSelected]);
  useShortcuts({
    onPalette: () => setShown("palette"),
    onHelp: () => setShown("help"),
    onSelect: (id) => onSelected((ids) => toggled(ids, id)),
    onEscape: done,
  });

  return (
    <div className={classNames("-me-3 ms-auto flex", !live && "invisible")}>
      <IconButton
        type="button"
        label={t("list.bulk.title")}
        aria-pressed={selected !== null}
        onClick={() => onSelected((ids) => (ids ? null : new Set()))}
        className="aria-pressed:text-accent-text"
      >
        <CheckSquare aria-hidden="true" size={20} strokeWidth={1.5} />
      </IconButton>
      <IconButton
        type="button"
        label={t("list.keys.title")}
        onClick={() => setShown("help")}
        className="max-md:hidden"
      >
        <Keyboard aria-hidden="true" size={20} strokeWidth={1.5} />
      </IconButton>
      <Suspense>
        {shown === "palette" && (
          <CommandPalette
            tasks={tasks}
            onHelp={() => setShown("help")}
            onClose={() => setShown(null)}
          />
        )}
        {shown === "help" && <ShortcutsHelp onClose={() => setShown(null)} />}
      </Suspense>
    </div>
  );
}

/** The selection with one task taken in or out. */
export function toggled(selected: Selection, id: number): Selection {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}
