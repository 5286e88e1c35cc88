import { expect, it } from "vitest";
import type { Seen } from "#app/tasks/edit/seen";
import { taskOf } from "#app/tasks/testing/task-of";
import { dependsOn, type FormOperation, leftBy } from "./operation";
import { baseAsSaved, withBase } from "./seen-base";
import { settled } from "./settle";

const none = { added: [], patches: [], removed: [] };

function operation(seq: number, fields: Partial<FormOperation>): FormOperation {
  return {
    ...{ kind: "form", key: `key-${seq}`, seq, person: "amna", language: "en", form: {} },
    ...{ madeAt: "2026-11-22T07:00:00Z", state: "waiting", attempts: 0, late: true },
    ...{ temps: [], effect: none, inverse: none, title: "" },
    ...fields,
  };
}

const priority = (ids: string, more: Record<string, string> = {}) => ({
  ...{ intent: "many", ids, to: "priority", value: "high" },
  ...more,
});

it("keeps what is shown of the tasks in the fields that change, and of no other form", () => {
  const shown = [taskOf({ id: 1, priority: "low" }), taskOf({ id: 2 }), taskOf({ id: 3 })];
  expect(withBase(priority("1,3,9"), shown).base).toBe(
    JSON.stringify([
      { id: 1, priority: "low" },
      { id: 3, priority: "medium" },
    ]),
  );
  const others: Record<string, string>[] = [
    { intent: "many", ids: "1", to: "complete" },
    { intent: "many", ids: "1", to: "delete" },
    { intent: "toggle", id: "1", completed: "true" },
    priority("9"),
    priority("1", { base: "[]" }),
  ];
  for (const form of others) expect(withBase(form, shown)).toBe(form);
});

const base = (...seen: Seen[]) => JSON.stringify(seen);
const answered = (...tasks: Parameters<typeof taskOf>[0][]) => ({
  state: "sent" as const,
  answer: { ok: true as const, tasks: tasks.map(taskOf) },
});

it("tells what was pressed here before as the server has saved it", () => {
  const added = operation(1, {
    temps: [-1000],
    effect: { ...none, added: [taskOf({ id: -1000, dueAt: "2026-11-23" })] },
    ...answered({ id: 7, dueAt: "2026-11-23T04:00:00Z" }),
  });
  const moved = operation(3, { form: { base: base({ id: -1000, dueAt: "2026-11-23" }) } });
  expect(baseAsSaved(moved, [added, moved])).toBe(base({ id: 7, dueAt: "2026-11-23T04:00:00Z" }));
  // Another field of it was changed here, and this one elsewhere before that arrived.
  const renamed = operation(2, {
    effect: { ...none, patches: [{ id: 7, fields: { title: "x" } }] },
    ...answered({ id: 7, dueAt: "2026-12-01" }),
  });
  const later = operation(3, { form: { base: base({ id: 7, dueAt: "2026-11-25" }) } });
  expect(baseAsSaved(later, [renamed, later])).toBe(later.form.base);
  // Where a skipped one goes on is not known here.
  const skipped = operation(2, {
    form: { intent: "skip" },
    ...answered({ id: 7, dueAt: "2026-12-02" }),
  });
  expect(baseAsSaved(later, [skipped, later])).toBe(base({ id: 7, dueAt: "2026-12-02" }));
  // What is pressed after it counts for nothing.
  expect(baseAsSaved(later, [later, { ...skipped, seq: 4 }])).toBe(later.form.base);
});

const patch = (id: number) => ({ id, fields: { priority: "high" as const } });
const effect = { ...none, patches: [patch(1), patch(2)] };

it("is two when some tasks were left: what is done, and what needs the person", () => {
  const sent = operation(1, { form: priority("1,2", { base: "[]" }), effect, inverse: effect });
  const answer = {
    ok: true as const,
    tasks: [taskOf({ id: 1 })],
    left: [taskOf({ id: 2, title: "two" })],
  };
  const [done, rest, ...more] = settled(sent, answer, "2026-11-22T07:00:01Z", [sent]);
  expect(more).toEqual([]);
  expect(done).toMatchObject({ key: sent.key, state: "sent", form: { ids: "1" } });
  expect(done).toMatchObject({ effect: { patches: [patch(1)] }, inverse: { patches: [patch(1)] } });
  expect(rest).toMatchObject({ state: "refused", form: { ids: "2" }, title: "two", attempts: 0 });
  expect(rest?.key).not.toBe(sent.key);
  expect(rest && leftBy(rest)).toMatchObject([{ id: 2 }]);
  // It holds up nothing that finds out by itself.
  const again = (form: Record<string, string>) =>
    operation(2, { form: { ...form, ids: "2", id: "2" } });
  if (!rest) throw new Error("nothing is left");
  expect(dependsOn(again(priority("2", { base: "[]" })), rest)).toBe(false);
  expect(dependsOn(again({ intent: "edit", base: "{}" }), rest)).toBe(false);
  expect(dependsOn(again({ intent: "skip" }), rest)).toBe(true);
});

it("is one when all were left, and nothing is left of what was taken back", () => {
  const sent = operation(1, { form: priority("2"), effect, inverse: effect });
  const answer = { ok: true as const, left: [taskOf({ id: 2 })] };
  expect(settled(sent, answer, "", [sent])).toMatchObject([{ key: sent.key, state: "refused" }]);
  const withdrawn = { ...sent, withdrawn: true };
  expect(settled(withdrawn, answer, "", [sent])).toMatchObject([{ state: "sent" }]);
});
