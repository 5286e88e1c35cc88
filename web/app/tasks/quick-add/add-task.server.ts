import { setImmediate } from "node:timers/promises";
import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import type { AddFailure, AddForm } from "#app/tasks/edit/task-form";
import { createTask } from "#app/tasks/task/create-task.server";
import { type Actor, BULK_MAX, type Task } from "#app/tasks/task/task";
import { type NewTask, taskFields } from "#app/tasks/task/task-input";
import type { TimeContext } from "#app/when/find-times";
import { LINE_MAX } from "./line-max";
import { readPlaces } from "./literal-places";
import { readAdd } from "./read-add";
import { remindersOf } from "./reminder-marks";
import { splitLines } from "./split-lines";

type Problem = AddFailure["problem"];

/**
 * Adds the tasks that the quick-add form describes, all or none: one for a line, more where it says
 * several times or where several lines were pasted. The separate fields of the form take precedence
 * over a line, and are the default of several.
 *
 * @returns the tasks; or the failure, with the submitted values
 */
export async function addTask(db: Db, actor: Actor, form: AddForm): Promise<Task[] | AddFailure> {
  const inputs = await readForm(form, actor);
  const problem = typeof inputs === "string" ? inputs : problemOf(inputs);
  if (problem || typeof inputs === "string") {
    const { intent, submission: _, several, parent: __, list: ___, label: ____, ...values } = form;
    return {
      ok: false,
      intent,
      problem: problem ?? "title",
      values: several ? { ...values, title: "" } : values,
    };
  }
  return inTransaction(db, async (tx) => {
    const added: Task[] = [];
    // One by one: each takes the next number.
    for (const input of inputs) added.push(await createTask(tx, actor, input));
    return added;
  });
}

/** The tasks of the form, or what is wrong with it. */
async function readForm(
  form: AddForm,
  { timeZone, preferences, saidAt }: Actor,
): Promise<NewTask[] | Problem> {
  const context = { now: saidAt ?? new Date(), timeZone, preferences };
  if (!form.several) {
    return readLineOf(form.title, form, { ...context, literal: readPlaces(form.literal) }, false);
  }
  const lines = splitLines(form.title);
  if (lines.length > BULK_MAX) return "many";
  const tasks: NewTask[] = [];
  for (const line of lines) {
    const read = readLineOf(line, form, context, true);
    if (typeof read === "string") return read;
    tasks.push(...read);
    // Many lines are much work: others have their turn between them.
    await setImmediate();
  }
  return tasks;
}

const problemOf = ({ length }: NewTask[]): Problem | null =>
  length === 0 ? "title" : length > BULK_MAX ? "many" : null;

/** The tasks of a line, or what is wrong with it. */
function readLineOf(
  line: string,
  form: AddForm,
  context: TimeContext,
  lineFirst: boolean,
): NewTask[] | Problem {
  if (line.length > LINE_MAX) return "title";
  const read = readAdd(line, form, context, lineFirst);
  const fields = taskFields();
  const title = fields.title.safeParse(read.title);
  if (!title.success) return "title";
  const category = fields.category.safeParse(read.category);
  if (!category.success) return "category";
  const { priority, times } = read;
  const labels = fields.labels.safeParse([...read.labels]);
  if (!labels.success) return "category";
  const valid = times?.every(
    ({ dueAt, recurrence }) =>
      fields.due_at.safeParse(dueAt).success && fields.recurrence.safeParse(recurrence).success,
  );
  if (!times || !valid) return "due";
  return times.map((one) => ({
    ...{ title: title.data, category: category.data, labels: labels.data, priority },
    ...(form.parent && { parentId: form.parent }),
    ...one,
    reminders: remindersOf(read.reminders, one.dueAt, context),
  }));
}
