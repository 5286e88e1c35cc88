import { useFetcher, useLocation, useMatches, useNavigate } from "@remix-run/react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcuts } from "#app/ui/shortcuts";
import type { Task } from "./task";

// Loaded when they are asked for: the pages themselves stay light.
const TaskPalette = lazy(() => import("./TaskPalette"));
const ShortcutsHelp = lazy(() => import("#app/ui/ShortcutsHelp"));

/** The palette and the list of keys, on every page of somebody who is signed in. */
export function Commands() {
  const { t } = useTranslation();
  const [shown, setShown] = useState<"palette" | "help" | null>(null);
  const add = useFetcher({ key: "palette-add" });
  const theme = useFetcher({ key: "palette-theme" });
  const write = useWriting();
  const tasks = usePageTasks();

  useShortcuts(t("ui.keys.everywhere"), [
    { keys: "Mod+k", label: t("list.palette.title"), act: () => setShown("palette") },
    { keys: "?", label: t("ui.keys.help"), act: () => setShown("help") },
    { keys: "Escape", label: t("ui.keys.close") },
  ]);

  const close = () => setShown(null);
  // No boundary before there is something in it: the page would hydrate it apart, and late.
  if (!shown) return null;
  return (
    <Suspense>
      {shown === "palette" && (
        <TaskPalette
          tasks={tasks}
          onAdd={(title) =>
            add.submit({ intent: "add", title }, { method: "post", action: "/tasks" })
          }
          onWrite={write}
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

/** Goes to the line that adds, on this page or on its own. */
function useWriting(): () => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const wanted = useRef(false);
  const focus = () => document.querySelector<HTMLElement>("[data-quick-add]")?.focus();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the page that was asked for has come
  useEffect(() => {
    if (wanted.current) focus();
    wanted.current = false;
  }, [pathname]);

  return () => {
    if (document.querySelector("[data-quick-add]")) return focus();
    wanted.current = true;
    navigate("/tasks");
  };
}

/** Tasks that the page shows anyway. */
function usePageTasks(): Task[] {
  const data = useMatches().at(-1)?.data as { tasks?: Task[] } | null | undefined;
  return Array.isArray(data?.tasks) ? data.tasks : [];
}
