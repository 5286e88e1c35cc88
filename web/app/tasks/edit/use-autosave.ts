import { useRouteLoaderData, useSubmit } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";
import type { Task } from "#app/tasks/task/task";
import { readKept, writeKept } from "./kept-texts";
import type { Draft } from "./task-draft";

/** How long nothing is entered until what was entered is saved. */
const PAUSE_MS = 2_500;

/** A draft that was not known to be saved, as this device keeps it. */
interface KeptDraft {
  draft: Partial<Draft>;
  base: Partial<Draft>;
  /** The version of the task that it was based on. */
  version: number;
  /** It was sent when the panel was left. */
  flushed: boolean;
}

/**
 * Saves the form of a task as one types: after a pause, and when it is left. Until then this device
 * keeps what was entered, so that neither a crash nor an ended session loses it.
 *
 * @param restore takes what an earlier page had not saved
 */
export function useAutosave({
  task,
  form,
  draft,
  base,
  version,
  dirty,
  ready,
  restore,
}: {
  task: Task;
  form: RefObject<HTMLFormElement>;
  draft: Draft;
  base: Draft;
  version: number;
  dirty: boolean;
  /** Nothing stands against saving it: no conflict, and no request that has it already. */
  ready: boolean;
  restore(kept: Pick<KeptDraft, "draft" | "base">): void;
}): void {
  const root = useRouteLoaderData("root") as { user?: { id?: string } | null } | undefined;
  const person = root?.user?.id;
  const submit = useSubmit();
  const name = `draft-${task.id}`;
  const restored = useRef(false);
  const savable = dirty && ready && draft.title.trim() !== "";

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was there before this page
  useEffect(() => {
    const kept = person ? parse(readKept(person, name)) : null;
    const landed = kept?.flushed && task.version > kept.version;
    if (kept && !landed) restore(kept);
    restored.current = true;
  }, [person, name]);

  useEffect(() => {
    if (!person || !restored.current) return;
    const kept: KeptDraft = { draft, base, version, flushed: false };
    writeKept(person, name, dirty ? JSON.stringify(kept) : null);
  }, [person, name, draft, base, version, dirty]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the draft begins the pause anew
  useEffect(() => {
    if (!savable) return;
    const timer = window.setInterval(() => {
      const quiet = form.current?.elements.namedItem("quiet") as HTMLInputElement | null;
      // A choice is still being made.
      if (!quiet || form.current?.querySelector("[aria-expanded=true]")) return;
      quiet.value = "true";
      form.current?.requestSubmit();
      quiet.value = "";
    }, PAUSE_MS);
    return () => window.clearInterval(timer);
  }, [savable, draft, form]);

  const leave = useRef(() => {});
  leave.current = () => {
    if (!savable || !person) return;
    const data = { ...draft, intent: "edit", id: String(task.id), quiet: "true" };
    const kept: KeptDraft = { draft, base, version, flushed: true };
    writeKept(person, name, JSON.stringify(kept));
    submit(
      { ...data, base: JSON.stringify(base) },
      { method: "post", action: "/tasks", navigate: false, fetcherKey: `edit-${task.id}` },
    );
  };
  useEffect(() => () => leave.current(), []);
}

function parse(text: string | null): KeptDraft | null {
  try {
    const kept = JSON.parse(text ?? "null") as KeptDraft | null;
    return kept && typeof kept.draft === "object" && typeof kept.base === "object" ? kept : null;
  } catch {
    return null;
  }
}
