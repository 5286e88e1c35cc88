import { hash } from "node:crypto";
import { AppError, isAppError } from "#app/platform/errors";
import type { Task } from "#app/tasks/task/task";
import { toWire, wireTaskSchema } from "#app/tasks/task/wire-task";
import { answer, tagsOf } from "./answer";
import { json } from "./operation";

/** Changes with the members of a task, so that a release with more of them has other tags. */
const FORM = hash("sha1", Object.keys(wireTaskSchema.shape).join(), "hex").slice(0, 6);

/** The entity tag of a task: its version. */
export const taskTag = (version: number): string => `"${version}-${FORM}"`;

/** The answer with a task that was asked for. */
export const taskAnswer = (request: Request, task: Task): Promise<Response> =>
  answer(request, toWire(task), { etag: taskTag(task.version) });

/** The answer with a task as it was changed. */
export const changedTask = (task: Task): Response =>
  json(toWire(task), 200, { etag: taskTag(task.version) });

/**
 * Changes a task under the conditions of a request: `If-Match`, and the version in its body.
 *
 * @param change receives the version that the task must have, if one was named
 * @throws AppError `precondition_failed` (412, with the current task) for an `If-Match` that does not
 *   match; what `change` throws
 */
export async function ifMatches<T>(
  request: Request,
  version: number | undefined,
  change: (version: number | undefined) => Promise<T>,
): Promise<T> {
  const list = request.headers.get("if-match");
  if (list === null || list.trim() === "*") return change(version);
  const named = namedVersion(list);
  try {
    // Versions only grow: where both are named, the older one is the one that may be stale.
    return await change(Math.min(named, version ?? named));
  } catch (error) {
    if (!isAppError(error) || error.code !== "version_conflict") throw error;
    const { current } = error.values;
    throw new AppError("precondition_failed", 412, { field: "If-Match", values: { current } });
  }
}

/** The latest version of a list of tags, the only one that may be current; none is 0. Weak tags never match. */
const namedVersion = (list: string): number =>
  Math.max(0, ...tagsOf(list).map((tag) => Number(/^"(\d{1,10})(?:-\w+)?"$/.exec(tag)?.[1] ?? 0)));
