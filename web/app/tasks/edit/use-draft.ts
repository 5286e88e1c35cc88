import { useCallback, useEffect, useState } from "react";
import type { Task } from "#app/tasks/task/task";
import { changedFields, type Draft, type DraftField, rebase, toDraft } from "./task-draft";
import type { EditFailure } from "./task-form";

interface DraftState {
  draft: Draft;
  /** The form values of the task version that the draft was last rebased onto. */
  base: Draft;
  version: number;
  /** The values of the request that is in flight. */
  sent: Draft | null;
  conflicts: Conflict[];
}

/** A field that was changed here and elsewhere. */
export interface Conflict {
  field: DraftField;
  /** Its current value in the database. */
  theirs: string;
  /** Its value before either change. */
  original: string;
}

function createState(task: Task, timeZone: string, failure?: EditFailure): DraftState {
  const base = toDraft(task, timeZone);
  const state = { draft: base, base, version: task.version, sent: null, conflicts: [] };
  if (!failure) return state;
  const original = { ...base, ...failure.base };
  const submitted = { ...state, base: original, draft: { ...original, ...failure.values } };
  // Version 0: the draft is rebased even onto the version that the page was loaded with.
  return rebaseState({ ...submitted, version: 0 }, failure.current ?? task, timeZone);
}

/** Rebases the draft onto a task, if that is newer than the last one. */
function rebaseState(state: DraftState, task: Task, timeZone: string): DraftState {
  if (task.version <= state.version) return state;
  const current = toDraft(task, timeZone);
  const base = state.sent ?? state.base;
  const { draft, conflicts } = rebase(state.draft, base, current);
  return {
    draft,
    base: current,
    version: task.version,
    sent: null,
    conflicts: [
      ...state.conflicts.filter(
        ({ field }) => !conflicts.includes(field) && changedFields(draft, current).includes(field),
      ),
      ...conflicts.map((field) => ({ field, theirs: current[field], original: base[field] })),
    ],
  };
}

/**
 * Holds the draft of a task in the edit form and rebases it whenever the task changes elsewhere.
 *
 * @param failure the result of a submission without JavaScript, to start from
 * @returns the state, and its transitions: `set` a field, `send` marks the draft as in flight,
 *   `rejected` (with the current task in a conflict) and `settled` end that, `reset` discards edits
 */
export function useDraft(task: Task, timeZone: string, failure?: EditFailure) {
  const [state, setState] = useState(() => createState(task, timeZone, failure));

  useEffect(() => setState((state) => rebaseState(state, task, timeZone)), [task, timeZone]);

  const set = useCallback((field: DraftField, value: string) => {
    setState((state) => ({
      ...state,
      draft: { ...state.draft, [field]: value },
      conflicts: state.conflicts.filter(
        (conflict) => conflict.field !== field || value !== conflict.theirs,
      ),
    }));
  }, []);
  const send = useCallback(
    () => setState((state) => ({ ...state, sent: state.draft, conflicts: [] })),
    [],
  );
  const rejected = useCallback(
    (current: Task | undefined) =>
      setState((state) => {
        const unsent = { ...state, sent: null };
        return current ? rebaseState(unsent, current, timeZone) : unsent;
      }),
    [timeZone],
  );
  /** Takes what an earlier page had not saved. */
  const restore = useCallback(
    (kept: { draft: Partial<Draft>; base: Partial<Draft> }) => {
      const failure: EditFailure = {
        ok: false,
        intent: "edit",
        problem: "conflict",
        id: task.id,
        values: kept.draft,
        base: kept.base,
      };
      setState(createState(task, timeZone, failure));
    },
    [task, timeZone],
  );
  const settled = useCallback(() => setState((state) => ({ ...state, sent: null })), []);
  const reset = useCallback(
    () => setState((state) => ({ ...state, draft: state.base, conflicts: [] })),
    [],
  );
  return {
    ...state,
    dirty: changedFields(state.draft, state.base).length > 0,
    set,
    send,
    rejected,
    settled,
    restore,
    reset,
  };
}
