import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { flushOutbox } from "./flush";
import type { FormOperation, Operation } from "./operation";

/** What the device keeps: Node has no IndexedDB. */
let kept: Operation[] = [];
vi.mock("./store", () => ({
  readOperations: async () => [...kept],
  change: async (keys: string[], edit: (operation: Operation) => Operation | null) => {
    kept = kept.flatMap((one) => (keys.includes(one.key) ? (edit(one) ?? []) : [one]));
  },
}));

type Answer = (key: string) => { status: number; body: object; headers?: HeadersInit };
let answer: Answer;
const sent: string[] = [];

beforeEach(() => {
  kept = [];
  sent.length = 0;
  vi.stubGlobal("fetch", async (_: string, init: { headers: Record<string, string> }) => {
    const key = init.headers["Idempotency-Key"] ?? "";
    sent.push(key);
    const { status, body, headers = { "karlo-person": "a key" } } = answer(key);
    return Response.json(body, { status, headers });
  });
});
afterEach(() => vi.unstubAllGlobals());

const good = { status: 200, body: { ok: true } };
const states = () => Object.fromEntries(kept.map(({ key, state }) => [key, state]));

function keep(key: string, form: Record<string, string>, more: Partial<FormOperation> = {}) {
  const effect = { added: [], patches: [], removed: [] };
  kept.push({
    ...{ kind: "form", key, seq: kept.length + 1, person: "amna", language: "en", form },
    ...{ madeAt: "2026-11-22T07:00:00Z", state: "waiting", attempts: 0, late: true },
    ...{ temps: [], effect, inverse: effect, title: "" },
    ...more,
  });
}

it("passes what the server fails at, but for what is about the same task", async () => {
  keep("poison", { intent: "add", title: "poison" }, { temps: [-1000] });
  keep("behind", { intent: "toggle", id: "-1000", completed: "true" });
  keep("rename", { intent: "edit", id: "7", title: "x" });
  keep("toggle", { intent: "toggle", id: "7", completed: "true" });
  keep("other", { intent: "toggle", id: "8", completed: "true" });
  answer = (key) => (/poison|rename/.test(key) ? { status: 500, body: {} } : good);
  expect(await flushOutbox()).toMatchObject({ settled: 1, stopped: "failed" });
  expect(sent).toEqual(["poison", "rename", "other"]);
  answer = () => ({ status: 200, body: { ok: true, tasks: [{ id: 9 }] } });
  expect(await flushOutbox()).toMatchObject({ settled: 4, stopped: null });
  expect(sent.slice(3)).toEqual(["poison", "behind", "rename", "toggle"]);
});

it("takes the server to be down after some failures", async () => {
  for (const id of ["1", "2", "3", "4", "5"]) keep(id, { intent: "toggle", id, completed: "true" });
  answer = () => ({ status: 500, body: {} });
  expect(await flushOutbox()).toMatchObject({ settled: 0, stopped: "failed" });
  expect(sent).toEqual(["1", "2", "3"]);
});

it("takes no answer for one that is not the app's", async () => {
  keep("one", { intent: "toggle", id: "1", completed: "true" });
  for (const status of [200, 401, 404, 422]) {
    answer = () => ({ status, body: { ok: true }, headers: {} });
    expect(await flushOutbox(), String(status)).toMatchObject({ settled: 0, stopped: "network" });
  }
  expect(states()).toEqual({ one: "waiting" });
});

it("keeps the words for a task that is gone, and what nobody would learn of", async () => {
  keep("words", { intent: "edit", id: "1", title: "x" }, { late: false });
  keep("late", { intent: "toggle", id: "2", completed: "true" });
  keep("seen", { intent: "toggle", id: "3", completed: "true" }, { late: false });
  keep("delete", { intent: "delete", id: "4" });
  keep("undo", { intent: "undo", changes: "5:2" });
  keep("taken back", { intent: "edit", id: "6", title: "x" }, { withdrawn: true });
  answer = () => ({ status: 200, body: { ok: true, notice: "taskGone" } });
  expect(await flushOutbox()).toMatchObject({ settled: 6, stopped: null });
  expect(states()).toEqual({
    words: "refused",
    late: "refused",
    seen: "sent",
    delete: "sent",
    undo: "sent",
    "taken back": "sent",
  });
});
