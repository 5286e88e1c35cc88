import type { MessageBody } from "#app/conversations/chat/kept-messages";
import type { AddFailure, EditFailure, LeftTasks, MoveFailure } from "#app/tasks/edit/task-form";
import type { Task } from "#app/tasks/task/task";

/** What a change makes of a list of tasks, as far as the device can tell. */
export interface Effect {
  added: Task[];
  patches: { id: number; fields: Partial<Task> }[];
  removed: number[];
}

/** What the server said to an operation that it refused. */
export interface Refusal {
  /** The code of the problem, or of a form what is wrong with it. */
  code: string;
  /** In the language of the person, where the server gives one. */
  detail: string;
  /** What is wrong with a form, as the page shows it. */
  failure?: AddFailure | EditFailure | LeftTasks | MoveFailure;
}

/** What the server says to a form that it has carried out. */
interface FormAnswer {
  ok: true;
  /** The kind of the notice to show, if any. */
  notice?: string;
  /** The form that undoes it. */
  undo?: { action: string; fields: Record<string, string> };
  /** Where the person may want to go after it. */
  link?: { to: string; label: string };
  /** A form that the person may want to send after it. */
  offer?: { action: string; fields: Record<string, string>; label: string };
  /** The tasks that changed, as they are now. */
  tasks?: Task[];
  /** Those that it left as they are, see `settled`. */
  left?: Task[];
}

interface Queued {
  /** The `Idempotency-Key`, made when it was pressed. */
  key: string;
  /** Its place in the order. */
  seq: number;
  /** The id of the person who pressed it: it is sent in no other name. */
  person: string;
  /** When it was pressed, RFC 3339. */
  madeAt: string;
  language: string;
  state: "waiting" | "sent" | "refused";
  /** How often it was tried; one that was may have taken effect unheard. */
  attempts: number;
  /** The page has given up waiting for its answer, and shows it as waiting. */
  late: boolean;
  /** It is taken back by an undo behind it: neither is shown. */
  withdrawn?: boolean;
  /** When the server had carried it out, by its clock. */
  doneAt?: string;
  refusal?: Refusal;
}

/** A form of the tasks page, as `POST /tasks/forms` takes it. Numbers below zero are tasks to be. */
export interface FormOperation extends Queued {
  kind: "form";
  form: Record<string, string>;
  /** The tasks that it adds, until they have a number. */
  temps: number[];
  effect: Effect;
  /** What undoes the effect. */
  inverse: Effect;
  /** The operation that it undoes, once that was sent. */
  undoOf?: string;
  /** What it is about, for the list of what waits. */
  title: string;
  answer?: FormAnswer;
}

/** A message to the assistant, as `POST /chat` takes it. */
export interface MessageOperation extends Queued {
  kind: "message";
  body: MessageBody;
  /** The message before it in a conversation that has no number yet. */
  after?: string;
  answer?: { conversation_id: number; run_id: string };
}

/** A change that a person has made on this device, kept until it is sent. */
export type Operation = FormOperation | MessageOperation;

/** What was entered and what is saved, where somebody changed the same field elsewhere. */
export function conflictOf({ refusal }: Operation): EditFailure | undefined {
  const failure = refusal?.failure;
  return failure?.intent === "edit" && failure.problem === "conflict" ? failure : undefined;
}

/** The tasks that a change of several has left, because somebody changed the same field elsewhere. */
export function leftBy({ refusal }: Operation): Task[] | undefined {
  const failure = refusal?.failure;
  return failure?.problem === "changed" ? failure.tasks : undefined;
}

/** The numbers of the tasks that a form is about. */
export function tasksOf(form: Record<string, string>): number[] {
  const changed = (form.changes ?? "").split(",").map((change) => change.split(":")[0] ?? "");
  return [form.id ?? "", form.parent ?? "", ...(form.ids ?? "").split(","), ...changed]
    .filter(Boolean)
    .map(Number)
    .filter(Number.isInteger);
}

/** The form with the numbers that tasks have; null while one of them has none. */
export function withNumbers(
  form: Record<string, string>,
  numberOf: (id: number) => number | undefined,
): Record<string, string> | null {
  if (tasksOf(form).some((id) => id < 0 && numberOf(id) === undefined)) return null;
  const real = (id: string) => String(Number(id) < 0 ? numberOf(Number(id)) : id);
  const changed = { ...form };
  if (form.id) changed.id = real(form.id);
  if (form.parent) changed.parent = real(form.parent);
  if (form.ids) changed.ids = form.ids.split(",").map(real).join();
  if (form.changes) changed.changes = form.changes.replace(/-\d+(?=:)/g, real);
  return changed;
}

/** The numbers that tasks got which were added here, by their numbers until then. */
export function numbersGiven(operations: readonly Operation[]): Map<number, number> {
  const numbers = new Map<number, number>();
  for (const operation of operations) {
    if (operation.kind !== "form" || operation.state !== "sent") continue;
    operation.temps.forEach((temp, index) => {
      const task = operation.answer?.tasks?.[index];
      if (task) numbers.set(temp, task.id);
    });
  }
  return numbers;
}

const EDITS = new Set(["edit", "many", "skip"]);

/** Whether an operation makes no sense until an earlier one was carried out. */
export function dependsOn(operation: Operation, earlier: Operation): boolean {
  if (operation.kind === "message") return operation.after === earlier.key;
  if (operation.undoOf === earlier.key) return true;
  if (earlier.kind !== "form") return false;
  const tasks = tasksOf(operation.form);
  if (earlier.temps.some((temp) => tasks.includes(temp))) return true;
  // Edits of one task build on each other; completing it does not.
  const { intent = "", base } = operation.form;
  // What was left behind holds nobody up: another change of the same field finds out by itself.
  if (base !== undefined && leftBy(earlier)) return false;
  if (!EDITS.has(intent) || !EDITS.has(earlier.form.intent ?? "")) return false;
  return tasksOf(earlier.form).some((id) => tasks.includes(id));
}

/** Whether two operations are about one task, or both are messages: their order then matters. */
export function isAboutSame(
  one: Operation,
  other: Operation,
  numbers: ReadonlyMap<number, number>,
): boolean {
  if (one.kind === "message" || other.kind === "message") return one.kind === other.kind;
  const real = ({ form, temps }: FormOperation) =>
    [...tasksOf(form), ...temps].map((id) => numbers.get(id) ?? id);
  const tasks = new Set(real(one));
  return real(other).some((id) => tasks.has(id));
}
