import { newSubmission } from "#app/platform/submission";
import { type Effect, type FormOperation, numbersGiven, type Operation } from "./operation";

type Answer = FormOperation["answer"];

/**
 * What becomes of an operation that the server has carried out. One that left tasks as they are,
 * because they were changed elsewhere, is two from then on: what was done, and a refused one of the
 * rest, for the person to decide.
 *
 * @param all what is kept, for the numbers of tasks
 */
export function settled(
  operation: Operation,
  answer: Operation["answer"],
  doneAt: string,
  all: readonly Operation[],
): Operation[] {
  const sent = { ...operation, state: "sent", doneAt, answer } as Operation;
  if (sent.kind !== "form") return [sent];
  if (isLost(sent, sent.answer))
    return [{ ...sent, state: "refused", refusal: { code: "gone", detail: "" } }];
  const { left = [], tasks = [] } = sent.answer ?? {};
  // What is taken back is wanted for none of them.
  if (left.length === 0 || sent.withdrawn) return [sent];
  const numbers = numbersGiven(all);
  const ids = new Set(left.map(({ id }) => id));
  const isLeft = (id: number) => ids.has(numbers.get(id) ?? id);
  const rest: FormOperation = {
    ...part(sent, isLeft),
    state: "refused",
    attempts: 0,
    late: true,
    title: left[0]?.title ?? sent.title,
    answer: undefined,
    doneAt: undefined,
    refusal: {
      code: "changed",
      detail: "",
      failure: { ok: false, intent: "many", problem: "changed", tasks: left },
    },
  };
  if (tasks.length === 0) return [rest];
  const done = part(sent, (id) => !isLeft(id));
  return [done, { ...rest, key: newSubmission(), seq: sent.seq + 0.25 }];
}

/** An operation for some of its tasks. */
function part(operation: FormOperation, has: (id: number) => boolean): FormOperation {
  const { form, effect, inverse } = operation;
  const ids = (form.ids ?? "").split(",").filter((id) => has(Number(id)));
  const only = ({ added, patches, removed }: Effect): Effect => ({
    added,
    patches: patches.filter(({ id }) => has(id)),
    removed,
  });
  return {
    ...operation,
    form: { ...form, ids: ids.join() },
    effect: only(effect),
    inverse: only(inverse),
  };
}

/** What may meet a task that is gone: then there is nothing left to do. */
const NEEDLESS = new Set(["delete", "remove", "restore", "empty", "undo"]);

/**
 * Whether a change met a task that was deleted elsewhere, and nobody would learn of it: what was
 * written is kept in any case, a press only where no page waits for its answer.
 */
function isLost(operation: FormOperation, answer: Answer): boolean {
  if (operation.withdrawn || answer?.notice !== "taskGone") return false;
  const { intent = "" } = operation.form;
  return !NEEDLESS.has(intent) && (operation.late || intent === "edit");
}
