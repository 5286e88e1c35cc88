import { asMoment, readDate, readTimes } from "./dates";
import type { Found, ImportedTask, Loss, Part, ReadContext } from "./imported-task";
import { readJson } from "./read-json";
import { itemsOf, membersOf, textOf, textsOf } from "./values";

type Members = Record<string, unknown>;

const TYPES = /^(to-do|project|heading|area|operation)$/;

/** Whether a JSON is of Things: that of its URL scheme, or what its command line tools write. */
export const isThings = (json: unknown): boolean =>
  itemsOf(json)
    .slice(0, 5)
    .map(membersOf)
    .some(
      (item) =>
        TYPES.test(textOf(item.type)) &&
        ("attributes" in item || "uuid" in item || "start_date" in item),
    );

/**
 * Reads to-dos of Things (JSON).
 * Source: https://culturedcode.com/things/support/articles/2803573/
 */
export function* readThings(part: Part, context: ReadContext): Generator<Found> {
  yield* readItems(itemsOf(readJson(part)), null, context);
}

function* readItems(
  items: unknown[],
  project: string | null,
  context: ReadContext,
): Generator<Found> {
  for (const item of items.map(membersOf)) {
    const type = textOf(item.type);
    // The URL scheme keeps what an item is under a name of its own.
    const fields = { ...item, ...membersOf(item.attributes) };
    const title = textOf(fields.title).trim();
    if (type === "heading" || type === "area" || (!title && !textOf(fields.notes))) {
      yield { skipped: type === "heading" || type === "area" ? "sections" : "empty" };
    } else if (type === "project") {
      yield* readItems(itemsOf(fields.items), title, context);
      // What tools write has the to-dos of a project beside it, with its name.
      if (!Array.isArray(fields.items)) yield { skipped: "sections" };
    } else yield* readTodo(fields, project, context);
  }
}

function* readTodo(todo: Members, project: string | null, context: ReadContext): Generator<Found> {
  const losses: Loss[] = [];
  const { timeZone } = context;
  const list =
    project ?? (textOf(todo.project_title) || textOf(todo.list) || textOf(todo.area_title));
  const deadline = textOf(todo.deadline);
  const when = textOf(todo.when) || textOf(todo.start_date);
  // "today@18:00" is a day and when it rings.
  const planned = /^(anytime|someday|)$/i.test(when)
    ? null
    : readTimes(when.replace("@", " ").replace(/^evening/i, "tonight"), context);
  const due = readTimes(deadline, context) ?? planned;
  if (deadline && planned) losses.push({ kind: "startDate" });
  if (!due && when && !/^(anytime|someday)$/i.test(when)) losses.push({ kind: "date", text: when });
  const status = textOf(todo.status);
  const cancelled = todo.canceled === true || /^cancell?ed$/i.test(status);
  if (cancelled) losses.push({ kind: "cancelled" });
  const heading = textOf(todo.heading) || textOf(todo.heading_title);
  if (heading) losses.push({ kind: "section", text: heading });
  const uid = textOf(todo.uuid) || textOf(todo.id) || null;
  const task: ImportedTask = {
    uid,
    title: textOf(todo.title),
    notes: textOf(todo.notes),
    project: list || null,
    labels: textsOf(todo.tags),
    ...due,
    completed: todo.completed === true || status === "completed" || cancelled,
    completedAt: moment(todo["completion-date"] ?? todo.stop_date, timeZone),
    createdAt: moment(todo["creation-date"] ?? todo.created, timeZone),
    losses,
  };
  yield task;
  const steps = itemsOf(todo["checklist-items"] ?? todo.checklist).map(membersOf);
  for (const [n, item] of steps.entries()) {
    const step = { ...item, ...membersOf(item.attributes) };
    yield {
      uid: textOf(step.uuid) || (uid && `${uid}/${n + 1}`),
      // What it was named when it was taken.
      parent: task.uid,
      title: textOf(step.title),
      project: list || null,
      completed: step.completed === true || step.status === "completed",
    };
  }
}

const moment = (value: unknown, zone: string): string | null =>
  asMoment(readDate(textOf(value), zone), zone);
