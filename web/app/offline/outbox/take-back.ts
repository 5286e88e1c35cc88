import { newSubmission } from "#app/platform/submission";
import { seenOf } from "#app/tasks/edit/seen";
import { effectOf, inverseOf } from "./effect";
import { dependsOn, leftBy } from "./operation";
import { flush, refresh } from "./page-store";
import { outbox } from "./state";
import { change, clearOutbox, put, readOperations, remove } from "./store";

/**
 * Takes back what waits: it leaves the queue with what depends on it. One that was tried may have
 * taken effect unheard, so it is sent, and undone right after.
 */
export async function takeBack(key: string): Promise<void> {
  const all = await readOperations();
  const operation = all.find((one) => one.key === key);
  if (!operation) return;
  const later = all.filter((one) => one.seq > operation.seq && dependsOn(one, operation));
  const wasTried = operation.attempts > 0 && operation.state !== "refused";
  if (operation.kind === "form" && wasTried) {
    if (!operation.withdrawn) {
      await change([key], (one) => ({ ...one, withdrawn: true }));
      await put({
        ...operation,
        key: newSubmission(),
        seq: operation.seq + 0.5,
        state: "waiting",
        attempts: 0,
        late: true,
        withdrawn: true,
        form: { intent: "undo" },
        temps: [],
        effect: operation.inverse,
        inverse: operation.effect,
        undoOf: key,
        answer: undefined,
        doneAt: undefined,
      });
    }
  } else {
    await remove([key, ...later.map((one) => one.key)]);
  }
  await refresh();
  flush().catch(() => {});
}

/** Tries again what the server has refused. */
export async function tryAgain(key: string): Promise<void> {
  await change([key], (one) => ({ ...one, state: "waiting", refusal: undefined }));
  await flush();
}

/** Changes the tasks that were left as they are, from what they are now. */
export async function changeAnyway(key: string): Promise<void> {
  const owner = outbox.owner();
  if (!owner) return;
  await change([key], (one) => {
    const left = leftBy(one);
    if (one.kind !== "form" || !left) return one;
    const form = { ...one.form, base: JSON.stringify(seenOf(one.form.to ?? "", left)) };
    const effect = effectOf(form, left, { ...owner, now: new Date(one.madeAt) });
    return {
      ...one,
      // Another request than the one that was answered.
      key: newSubmission(),
      form,
      effect,
      inverse: inverseOf(effect, left),
      state: "waiting",
      refusal: undefined,
    };
  });
  await flush();
}

/** Deletes what waits of the person who is signed in. */
export async function discard(): Promise<void> {
  const owner = outbox.owner();
  if (owner) await clearOutbox(owner.id);
}
