import { redirect } from "@remix-run/react";
import { newSubmission } from "#app/platform/submission";
import { DRAFT_FIELDS } from "#app/tasks/edit/task-draft";
import { aboutTask } from "#app/tasks/task/about-task";
import type { Task } from "#app/tasks/task/task";
import type { TimeContext } from "#app/when/find-times";
import { effectOf, inverseOf } from "./effect";
import {
  conflictOf,
  type Effect,
  type FormOperation,
  type MessageOperation,
  type Operation,
} from "./operation";
import { asPressed } from "./overlay";
import { askForSync, flush, keepInTurn, markLate, openOutbox, refresh } from "./page-store";
import { withBase } from "./seen-base";
import { type Owner, outbox } from "./state";
import { readOperations, remove } from "./store";
import { takeBack } from "./take-back";

/** How long nothing may be sent until what was pressed is shown as waiting. */
const PATIENCE_MS = 4_000;
/** The same behind what waits already: the connection is known to be bad. */
const SHORT_PATIENCE_MS = 250;

/** Places for the numbers of tasks that one form adds; more than it may. */
const TEMPS_PER_FORM = 1_000;

/** Keeps a form of the tasks page, sends it, and says what became of it. See `submitForm`. */
export async function submit(
  owner: Owner,
  form: Record<string, string>,
  shown: readonly Task[],
): Promise<Response> {
  if (form.intent === "undo" && form.queued) {
    await takeBack(form.queued);
    return Response.json({ ok: true, notice: null }, { status: 503 });
  }
  const operation = await keepInTurn(() => operationOf(owner, form, shown));
  await dropResolved(form);
  const settled = await waitFor(operation.key);
  // What the form is shown as from now on: it may be a part of a queue that still goes out.
  await refresh();
  // Somebody has taken it back meanwhile.
  if (!settled) return Response.json({ ok: true, notice: null });
  if (settled.state === "sent") {
    const { notice: kind, undo, link, offer, tasks } = (settled as FormOperation).answer ?? {};
    const about = aboutTask(tasks);
    const notice = form.quiet || !kind ? null : { id: settled.key, kind, undo, link, offer, about };
    return Response.json({ ok: true, notice });
  }
  if (settled.state === "refused") return refused(settled);
  await markLate([settled.key]);
  await refresh();
  if (outbox.get().signedOut) {
    const { pathname, search } = window.location;
    throw redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  }
  const undo = { action: "/tasks", fields: { intent: "undo", queued: settled.key } };
  const notice = form.quiet ? null : { id: settled.key, kind: "waits" as const, undo };
  return Response.json({ ok: true, notice }, { status: 503 });
}

/** A form that the server did not take: shown at its place where it has one, else kept. */
async function refused(operation: Operation): Promise<Response> {
  const failure = operation.refusal?.failure;
  if (!failure || failure.problem === "changed") {
    const notice = { id: operation.key, kind: "notTaken" as const };
    return Response.json({ ok: true, notice }, { status: 422 });
  }
  await remove([operation.key]);
  await refresh();
  return Response.json(failure, { status: failure.problem === "conflict" ? 409 : 422 });
}

/** Waits until an operation is sent or refused, or nothing happens for some time. */
async function waitFor(key: string): Promise<Operation | undefined> {
  const flushed = flush().then(
    () => true,
    () => true,
  );
  const patience = waitsBefore(key) ? SHORT_PATIENCE_MS : PATIENCE_MS;
  // A long queue makes progress for longer than anybody looks at a form: then it is shown as waiting.
  for (let done = false, turns = 0; !done && turns < TURNS_MAX; turns += 1) {
    const before = countSettled();
    done = await Promise.race([flushed, later(patience)]);
    if (!done && countSettled() === before) break;
  }
  return (await readOperations()).find((one) => one.key === key);
}

/** Whether something is shown as waiting that was pressed before. */
const waitsBefore = (key: string): boolean =>
  outbox.get().operations.some((one) => one.key !== key && one.state === "waiting" && one.late);

const countSettled = (): number =>
  outbox.get().operations.filter(({ state }) => state !== "waiting").length;

/** How often it is waited again for a queue that makes progress. */
const TURNS_MAX = 3;

const later = (ms: number) =>
  new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), ms);
  });

function operationOf(
  owner: Owner,
  form: Record<string, string>,
  seen: readonly Task[],
): (seq: number) => FormOperation {
  const shown = asPressed(seen, outbox.get().operations);
  const { timeZone, preferences } = owner;
  const now = new Date();
  const context: TimeContext = { now, timeZone, preferences };
  const undone = form.intent === "undo" ? undoneBy(form) : undefined;
  const effect = undone?.inverse ?? effectOf(form, shown, context);
  const inverse = undone?.effect ?? inverseOf(effect, shown);
  const title = titleOf(form, effect, shown);
  const kept = withBase(form, shown);
  return (seq) => ({
    ...pressed(owner, form.submission || newSubmission(), now),
    ...numbered(effect, inverse, seq),
    kind: "form",
    seq,
    late: false,
    form: kept,
    title,
  });
}

/** What is known of an operation when it is pressed. */
const pressed = ({ id }: Owner, key: string, now: Date) => ({
  key,
  person: id,
  madeAt: now.toISOString(),
  language: document.documentElement.lang,
  state: "waiting" as const,
  attempts: 0,
});

/** An effect whose new tasks have the numbers of a place in the order. */
function numbered({ added, ...effect }: Effect, inverse: Effect, seq: number) {
  const isNew = added.some(({ id }) => id === 0);
  if (!isNew) return { effect: { ...effect, added }, inverse, temps: [] };
  const temps = added.map((_, index) => -(seq * TEMPS_PER_FORM + index));
  const tasks = added.map((task, index) => ({ ...task, id: temps[index] ?? 0 }));
  return {
    effect: { ...effect, added: tasks },
    inverse: { ...inverse, removed: temps },
    temps,
  };
}

/** The operation that a form takes back which the server has offered. */
function undoneBy(form: Record<string, string>): FormOperation | undefined {
  return outbox
    .get()
    .operations.findLast(
      (one): one is FormOperation =>
        one.kind === "form" && one.answer?.undo?.fields.changes === form.changes,
    );
}

function titleOf(form: Record<string, string>, effect: Effect, shown: readonly Task[]): string {
  const [first] = effect.added;
  if (first) return first.title;
  const id = Number(form.id ?? form.ids?.split(",")[0] ?? effect.patches[0]?.id);
  return shown.find((task) => task.id === id)?.title ?? form.title ?? "";
}

/** An edit settles those of the same task that met a conflict, where it has each of their fields. */
async function dropResolved(form: Record<string, string>): Promise<void> {
  if (form.intent !== "edit") return;
  const settled = (await readOperations()).filter(
    (one) =>
      one.kind === "form" &&
      one.form.id === form.id &&
      conflictOf(one) !== undefined &&
      DRAFT_FIELDS.every((field) => one.form[field] === undefined || form[field] !== undefined),
  );
  await remove(settled.map(({ key }) => key));
}

/** Keeps a message to the assistant. It is sent in its turn. */
export async function keepMessage(
  owner: Owner,
  body: MessageOperation["body"],
  key: string,
): Promise<void> {
  await openOutbox();
  const first = outbox.get().operations.find((one) => one.kind === "message" && beginsTalk(one));
  await keepInTurn<MessageOperation>(() => (seq) => ({
    ...pressed(owner, key, new Date()),
    kind: "message",
    seq,
    late: true,
    body,
    // A second message of a conversation that the first one begins.
    after: body.conversation_id === undefined ? first?.key : undefined,
  }));
  await refresh();
  await askForSync();
}

/** Whether a message waits that begins a conversation. */
const beginsTalk = ({ state, body, after }: MessageOperation): boolean =>
  state !== "sent" && body.conversation_id === undefined && after === undefined;
