import { type Seen, seenOf } from "#app/tasks/edit/seen";
import type { Task } from "#app/tasks/task/task";
import { type FormOperation, numbersGiven, type Operation, tasksOf } from "./operation";

type Form = Record<string, string>;

/** A form that changes several tasks, with what the person sees of them; any other as it is. */
export function withBase(form: Form, shown: readonly Task[]): Form {
  if (form.intent !== "many" || form.base !== undefined) return form;
  const ids = new Set(tasksOf(form));
  const seen = seenOf(
    form.to ?? "",
    shown.filter(({ id }) => ids.has(id)),
  );
  return seen.length > 0 ? { ...form, base: JSON.stringify(seen) } : form;
}

/**
 * What the person saw of the tasks of a form, as the server has it: a change that was made here before
 * is saved as the server reads it, which may be more exact than what was shown until then.
 */
export function baseAsSaved(operation: FormOperation, all: readonly Operation[]): string {
  const numbers = numbersGiven(all);
  const earlier = all.filter(
    (one): one is FormOperation =>
      one.kind === "form" && one.state === "sent" && one.seq < operation.seq,
  );
  const seen = JSON.parse(operation.form.base ?? "[]") as Seen[];
  const saved = seen.map((one) =>
    earlier.reduce((then, own) => asSaved(then, own, numbers), {
      ...one,
      id: numbers.get(one.id) ?? one.id,
    }),
  );
  return JSON.stringify(saved);
}

/** What was seen of a task, where a change that was made here had given it to be seen. */
function asSaved(seen: Seen, own: FormOperation, numbers: ReadonlyMap<number, number>): Seen {
  const task = own.answer?.tasks?.find(({ id }) => id === seen.id);
  if (!task) return seen;
  const isSame = ({ id }: { id: number }) => (numbers.get(id) ?? id) === seen.id;
  const made =
    own.effect.added.find(isSame) ?? own.effect.patches.find(isSame)?.fields ?? ({} as Task);
  // An occurrence is skipped in the version that was seen, and where to the device does not know.
  const isSkip = own.form.intent === "skip";
  const fields = Object.keys(seen) as (keyof Seen)[];
  const given = fields.filter((field) => isSkip || made[field] === seen[field]);
  return { ...seen, ...Object.fromEntries(given.map((field) => [field, task[field]])) };
}
