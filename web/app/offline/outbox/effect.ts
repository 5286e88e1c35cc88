import {
  changedFields,
  DRAFT_FIELDS,
  type Draft,
  readLabels,
  toDraft,
} from "#app/tasks/edit/task-draft";
import { readPlaces } from "#app/tasks/quick-add/literal-places";
import { readAdd } from "#app/tasks/quick-add/read-add";
import { splitLines } from "#app/tasks/quick-add/split-lines";
import type { Priority, RecurrenceFrom, Task } from "#app/tasks/task/task";
import { dueFromInput } from "#app/tasks/times/due-input";
import { localDue } from "#app/tasks/times/local-due";
import { readMove } from "#app/tasks/times/read-move";
import type { TimeContext } from "#app/when/find-times";
import { type Effect, tasksOf } from "./operation";

/** What forms make of tasks, as the server would, so that it can be shown while they wait. */

type Form = Record<string, string>;

/** So much is added to the version of a task that waits: newer than what is saved, older than what will be. */
const VERSION_STEP = 1 / 1024;

const nothing = (): Effect => ({ added: [], patches: [], removed: [] });

/** The effect of a form on the tasks that the person sees. The tasks that it adds have no number. */
export function effectOf(form: Form, shown: readonly Task[], context: TimeContext): Effect {
  if (form.intent === "add") return { ...nothing(), added: addedBy(form, context) };
  const ids = new Set(tasksOf({ ...form, parent: "" }));
  const tasks = shown.filter(({ id }) => ids.has(id));
  if (form.intent === "delete" || (form.intent === "many" && form.to === "delete")) {
    // Its steps go with it.
    const steps = shown.filter(({ parentId }) => parentId !== null && ids.has(parentId));
    return { ...nothing(), removed: [...ids, ...steps.map(({ id }) => id)] };
  }
  if (form.intent === "restore") return { ...nothing(), added: tasks };
  if (form.intent === "done" || (form.intent === "toggle" && tasks.length === 0)) {
    return {
      ...nothing(),
      patches: completedUnseen([...ids], form.completed !== "false", context),
    };
  }
  const patches = tasks.flatMap((task) => {
    const fields = fieldsOf(form, task, context);
    if (!fields || Object.keys(fields).length === 0) return [];
    return [{ id: task.id, fields: { ...fields, version: task.version + VERSION_STEP } }];
  });
  return { ...nothing(), patches };
}

/** What takes the tasks back to what they are now. */
export function inverseOf(effect: Effect, shown: readonly Task[]): Effect {
  const find = (wanted: number) => shown.find(({ id }) => id === wanted);
  return {
    removed: effect.added.map(({ id }) => id),
    added: effect.removed.flatMap((id) => find(id) ?? []),
    patches: effect.patches.flatMap(({ id, fields }) => {
      const task = find(id);
      if (!task) return [];
      const names = Object.keys(fields) as (keyof Task)[];
      const before = Object.fromEntries(names.map((name) => [name, task[name]]));
      const version = (fields.version ?? task.version) + VERSION_STEP;
      return [{ id, fields: { ...before, version } }];
    }),
  };
}

function addedBy(form: Form, context: TimeContext): Task[] {
  const { title = "", date = "", time = "", category = "", day, literal = "", several } = form;
  const priority = (form.priority ?? "medium") as Priority;
  const { list, label } = form;
  const fields = { date, time, category, priority, day, list, label };
  const reads = several
    ? splitLines(title).map((line) => readAdd(line, fields, context, true))
    : [readAdd(title, fields, { ...context, literal: readPlaces(literal) }, false)];
  const added = reads.flatMap(({ times, ...read }) => (times ?? []).map((one) => ({ read, one })));
  const now = context.now.toISOString();
  return added.map(({ read, one }) => ({
    id: 0,
    title: read.title,
    description: "",
    priority: read.priority,
    category: read.category || null,
    labels: [...read.labels],
    parentId: form.parent ? Number(form.parent) : null,
    position: null,
    ...one,
    timeZone: null,
    reminders: null,
    completed: false,
    completedAt: null,
    createdAt: now,
    updatedAt: now,
    version: VERSION_STEP,
  }));
}

function fieldsOf(form: Form, task: Task, context: TimeContext): Partial<Task> | null {
  switch (form.intent) {
    case "toggle":
      return completed(task, form.completed === "true", context);
    case "edit":
      return edited(form, task, context.timeZone);
    case "place":
      return { position: form.position || null };
    case "attach":
      return { parentId: form.parent ? Number(form.parent) : null };
    case "remind":
      return { reminders: JSON.parse(form.reminders ?? "null") };
    case "many":
      return moved(form, task, context);
    default:
      return null;
  }
}

function completed(task: Task, to: boolean, { now }: TimeContext): Partial<Task> | null {
  if (task.completed === to) return null;
  return { completed: to, completedAt: to ? now.toISOString() : null };
}

/** Completes or reopens tasks of which the page knows no more than the number. */
const completedUnseen = (ids: number[], to: boolean, { now }: TimeContext): Effect["patches"] =>
  ids.map((id) => ({
    id,
    fields: { completed: to, completedAt: to ? now.toISOString() : null },
  }));

function edited(form: Form, task: Task, timeZone: string): Partial<Task> {
  const entered: Partial<Draft> = Object.fromEntries(
    DRAFT_FIELDS.flatMap((field) => (form[field] === undefined ? [] : [[field, form[field]]])),
  );
  const base = { ...toDraft(task, timeZone), ...(JSON.parse(form.base ?? "{}") as Partial<Draft>) };
  const fields = changedFields({ ...base, ...entered }, base);
  const text = (field: keyof Draft) => (entered[field] ?? "").replace(/\r\n?/g, "\n").trim();
  const patch: Partial<Task> = {};
  for (const field of fields) {
    if (field === "title") patch.title = text("title") || task.title;
    if (field === "description") patch.description = text("description");
    if (field === "category") patch.category = text("category") || null;
    if (field === "labels") patch.labels = readLabels(text("labels"));
    if (field === "priority") patch.priority = text("priority") as Priority;
    if (field === "duration") patch.durationMinutes = Number(text("duration")) || null;
    if (field === "recurrence") patch.recurrence = text("recurrence") || null;
    if (field === "recurrenceFrom") {
      patch.recurrenceFrom = text("recurrenceFrom") as RecurrenceFrom;
    }
  }
  if (fields.includes("date") || fields.includes("time")) {
    const { date, time } = { ...toDraft(task, timeZone), ...entered };
    const clock = date || fields.includes("time") ? time : "";
    patch.dueAt = dueFromInput(date, clock, timeZone);
  }
  return patch;
}

function moved(form: Form, task: Task, context: TimeContext): Partial<Task> | null {
  const { to, value = "" } = form;
  const due = localDue(task, context.timeZone);
  if (to === "complete") return completed(task, true, context);
  if (to === "priority") return { priority: value as Priority };
  if (to === "category") return { category: value.trim() || null };
  if (to === "due") {
    return { dueAt: dueFromInput(value, value ? (due?.time ?? "") : "", context.timeZone) };
  }
  const { patch } = readMove(value, due, context);
  return patch as Partial<Task> | null;
}
