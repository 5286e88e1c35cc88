import { useFetcher } from "@remix-run/react";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useShortcuts } from "#app/ui/keyboard/shortcuts";
import type { Notice } from "./notice";

/** So many steps can be taken back by keys. */
const STEPS_MAX = 50;

/**
 * Takes back the last thing by Ctrl-Z, and what was before it by the next, also when its notice has
 * gone. In a field the keys belong to what is written there.
 *
 * @param onUndone told which notice has no meaning any more
 */
export function useUndoLast(onUndone: (id: string) => void): {
  remember(notices: readonly Notice[]): void;
  /** It was taken back otherwise. */
  forget(id: string): void;
} {
  const { t } = useTranslation();
  const { submit } = useFetcher();
  const steps = useRef<Notice[]>([]);
  useShortcuts(t("ui.keys.everywhere"), [
    {
      keys: "Mod+z",
      label: t("notices.undo"),
      act() {
        const last = steps.current.pop();
        if (!last?.undo) return;
        onUndone(last.id);
        submit(last.undo.fields, { method: "post", action: last.undo.action });
      },
    },
  ]);
  return useMemo(
    () => ({
      remember(notices) {
        const undoable = notices.filter(({ undo }) => undo);
        steps.current = [...steps.current, ...undoable].slice(-STEPS_MAX);
      },
      forget(id) {
        steps.current = steps.current.filter((step) => step.id !== id);
      },
    }),
    [],
  );
}
