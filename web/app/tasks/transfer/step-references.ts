import { STEPS_MAX } from "#app/tasks/task/task";
import type { TransferTask } from "./transfer";

/** Which rows of a file are steps of which; on one level, and only of tasks that are in the file. */
export class StepReferences {
  private readonly rows = new Map<string, number>();
  private readonly parents = new Map<number, string>();
  private readonly counts = new Map<number, number>();

  add({ id, parent_id: parent }: Pick<TransferTask, "id" | "parent_id">, n: number): void {
    if (id !== null && !this.rows.has(String(id))) this.rows.set(String(id), n);
    if (parent !== null) this.parents.set(n, String(parent));
  }

  /**
   * The row that a row, once for each, is a step of: of steps of steps, the task above them all. Those
   * beyond what one task may have are tasks of their own.
   */
  parentOf(n: number): number | null {
    const parent = this.topOf(n);
    if (parent === null) return null;
    const count = (this.counts.get(parent) ?? 0) + 1;
    this.counts.set(parent, count);
    return count > STEPS_MAX ? null : parent;
  }

  private topOf(n: number): number | null {
    let at: number | undefined = n;
    for (let depth = 0; depth < STEP_DEPTH_MAX; depth += 1) {
      const parent: string | undefined = this.parents.get(at);
      if (parent === undefined) return at === n ? null : at;
      at = this.rows.get(parent);
      if (at === undefined || at === n) return null;
    }
    return null;
  }
}

/** How deep steps of other programs may be nested. */
const STEP_DEPTH_MAX = 20;
