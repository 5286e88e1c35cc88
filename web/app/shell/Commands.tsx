import { useFetcher, useLocation, useMatches, useNavigate } from "@remix-run/react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { START_PAGE } from "#app/platform/start-page";
import { groupHref } from "#app/tasks/groups/group-href";
import type { Task } from "#app/tasks/task/task";
import { useShortcuts } from "#app/ui/keyboard/shortcuts";
import { useRootData } from "./use-root-data";

// Loaded on first use, to keep them out of the page bundles.
const TaskPalette = lazy(() => import("#app/tasks/list/TaskPalette"));
const ShortcutsHelp = lazy(() => import("#app/ui/keyboard/ShortcutsHelp"));

/** The command palette and the shortcut help, on every page of a signed-in user. */
export function Commands() {
  const { t } = useTranslation();
  const [shown, setShown] = useState<"palette" | "help" | null>(null);
  const add = useFetcher({ key: "palette-add" });
  const theme = useFetcher({ key: "palette-theme" });
  const focusQuickAdd = useFocusQuickAdd();
  const tasks = usePageTasks();
  const counts = useRootData()?.places;
  const places = [
    ...(counts?.filters ?? []),
    ...(counts?.lists ?? []).map(({ name }) => ({ name, href: groupHref("list", name) })),
  ];

  useShortcuts(t("ui.keys.everywhere"), [
    { keys: "Mod+k", label: t("list.palette.title"), act: () => setShown("palette") },
    { keys: "?", label: t("ui.keys.help"), act: () => setShown("help") },
    { keys: "Escape", label: t("ui.keys.close") },
  ]);

  const close = () => setShown(null);
  // An empty Suspense boundary would hydrate separately and late.
  if (!shown) return null;
  return (
    <Suspense>
      {shown === "palette" && (
        <TaskPalette
          tasks={tasks}
          places={places}
          onAdd={(title) =>
            add.submit({ intent: "add", title }, { method: "post", action: "/tasks" })
          }
          onWrite={focusQuickAdd}
          onTheme={(value) =>
            theme.submit({ theme: value }, { method: "post", action: "/settings" })
          }
          onClose={close}
        />
      )}
      {shown === "help" && <ShortcutsHelp onClose={close} />}
    </Suspense>
  );
}

/** Focuses the quick-add field, after going to the task list where the page has none. */
function useFocusQuickAdd(): () => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const pending = useRef(false);
  const focus = () => document.querySelector<HTMLElement>("[data-quick-add]")?.focus();

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the task list has been navigated to
  useEffect(() => {
    if (pending.current) focus();
    pending.current = false;
  }, [pathname]);

  return () => {
    if (document.querySelector("[data-quick-add]")) return focus();
    pending.current = true;
    navigate(START_PAGE);
  };
}

/** The tasks that the current page has loaded. */
function usePageTasks(): Task[] {
  const data = useMatches().at(-1)?.data as { tasks?: Task[] } | null | undefined;
  return Array.isArray(data?.tasks) ? data.tasks : [];
}
