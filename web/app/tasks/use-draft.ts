import { useCallback, useEffect, useState } from "react";
import type { Task } from "./task";
import { type Draft, type DraftField, differences, rebase, toDraft } from "./task-draft";
import type { EditFailure } from "./task-form";

interface DraftState {
  draft: Draft;
  /** The task as it was when the draft began, or was last brought up to date. */
  base: Draft;
  version: number;
  /** What was sent and is not answered yet. */
  sent: Draft | null;
  /** Fields that somebody else changed to something else, with what they are now. */
  conflicts: Conflict[];
}

/** A field that two have changed: what it is now, and what it was before either did. */
export interface Conflict {
  field: DraftField;
  theirs: string;
  was: string;
}

function begin(task: Task, timeZone: string, failure?: EditFailure): DraftState {
  const base = toDraft(task, timeZone);
  const state = { draft: base, base, version: task.version, sent: null, conflicts: [] };
  if (!failure) return state;
  const before = { ...base, ...failure.base };
  const written = { ...state, base: before, draft: { ...before, ...failure.values } };
  return advance({ ...written, version: 0 }, failure.current ?? task, timeZone);
}

function advance(state: DraftState, task: Task, timeZone: string): DraftState {
  if (task.version <= state.version) return state;
  const current = toDraft(task, timeZone);
  const before = state.sent ?? state.base;
  const { draft, conflicts } = rebase(state.draft, before, current);
  return {
    draft,
    base: current,
    version: task.version,
    sent: null,
    conflicts: [
      ...state.conflicts.filter(
        ({ field }) => !conflicts.includes(field) && differences(draft, current).includes(field),
      ),
      ...conflicts.map((field) => ({ field, theirs: current[field], was: before[field] })),
    ],
  };
}

/** What is being written about a task, kept while the task itself changes elsewhere. */
export function useDraft(task: Task, timeZone: string, failure?: EditFailure) {
  const [state, setState] = useState(() => begin(task, timeZone, failure));

  useEffect(() => setState((now) => advance(now, task, timeZone)), [task, timeZone]);

  const set = useCallback((field: DraftField, value: string) => {
    setState((now) => ({
      ...now,
      draft: { ...now.draft, [field]: value },
      conflicts: now.conflicts.filter(
        (conflict) => conflict.field !== field || value !== conflict.theirs,
      ),
    }));
  }, []);
  const send = useCallback(
    () => setState((now) => ({ ...now, sent: now.draft, conflicts: [] })),
    [],
  );
  const refused = useCallback(
    (current: Task | undefined) =>
      setState((now) => {
        const unsent = { ...now, sent: null };
        return current ? advance(unsent, current, timeZone) : unsent;
      }),
    [timeZone],
  );
  const saved = useCallback(() => setState((now) => ({ ...now, sent: null })), []);
  const reset = useCallback(
    () => setState((now) => ({ ...now, draft: now.base, conflicts: [] })),
    [],
  );
  return {
    ...state,
    dirty: differences(state.draft, state.base).length > 0,
    set,
    send,
    refused,
    saved,
    reset,
  };
}
