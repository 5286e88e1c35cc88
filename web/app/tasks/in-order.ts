const latest = new Map<string, Promise<unknown>>();

/**
 * Makes the changes of one task one after another, in the order in which the person made them:
 * what is renamed and then ticked off is renamed first. Changes of other tasks do not wait.
 */
export function inOrder<T>(form: FormData, change: () => Promise<T>): Promise<T> {
  const tasks = tasksOf(form);
  const made = Promise.all(tasks.map((task) => latest.get(task))).then(change);
  // How it went is for who made it; the next change comes either way.
  const over = made.then(
    () => {},
    () => {},
  );
  for (const task of tasks) latest.set(task, over);
  over.then(() => {
    for (const task of tasks) if (latest.get(task) === over) latest.delete(task);
  });
  return made;
}

/** The tasks that a form of the tasks page changes: `id`, `ids` or `changes`. */
function tasksOf(form: FormData): string[] {
  const text = (name: string) => form.get(name)?.toString() ?? "";
  const changed = text("changes")
    .split(",")
    .map((change) => change.split(":")[0] ?? "");
  return [text("id"), ...text("ids").split(","), ...changed].filter(Boolean);
}
