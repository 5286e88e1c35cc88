import { useFetcher } from "@remix-run/react";
import { useEffect, useMemo, useRef } from "react";
import type { Message } from "#app/conversations/messages/message";
import { useLiveTasks } from "#app/tasks/list/use-live-tasks";
import { shownIds } from "./answer-tasks";
import type { ShownTasksData } from "./read-shown-tasks.server";

/**
 * The state of the tasks that the answers of a conversation name, on a page that does not read it
 * with its own data. It is read anew whenever tasks change.
 */
export function useShownTasks(messages: Message[]): ShownTasksData {
  const { load, data } = useFetcher<ShownTasksData | { failed: true }>({ key: "shown-tasks" });
  const ids = useMemo(() => shownIds(messages).join(), [messages]);
  useEffect(() => {
    if (ids) load(`/chatbot/tasks?ids=${ids}`);
  }, [ids, load]);
  // What could not be read anew stays as it was.
  const last = useRef<ShownTasksData | null>(null);
  last.current ??= { ids: [], tasks: [], now: new Date().toISOString() };
  if (data && !("failed" in data)) last.current = data;
  useLiveTasks(last.current.now);
  return last.current;
}
