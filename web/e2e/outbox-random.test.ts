import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { badNetworkApp, type SavedTask, savedTasks } from "#testing/bad-network-app";
import { chromiumPath } from "#testing/browser";
import { type Action, act, operationsOf, randomOf } from "#testing/outbox/random-actions";
import { add } from "#testing/task-rows";

const { openTasks, network } = badNetworkApp();

/**
 * How many runs, each with other actions. To be sure of the outbox run twenty by OUTBOX_SEEDS=20
 * OUTBOX_ACTIONS=200: an action takes half a second, and a second and a half on a machine that is busy.
 */
const SEEDS = Number(process.env.OUTBOX_SEEDS ?? 1);
const FIRST_SEED = Number(process.env.OUTBOX_FIRST_SEED ?? 1);
const ACTIONS = Number(process.env.OUTBOX_ACTIONS ?? 36);
/** How long the network stays as it is, in actions. */
const PHASE = Math.min(20, Math.ceil(ACTIONS / 9));

/** So many tasks there are at most: all of them are on the first page of the list. */
const TASKS_MAX = 25;

const MODES = ["down", "slow", "bad-gateway", "flapping", "unavailable", "hangs"] as const;

const FIRST = "the first task";
/** A queue of many changes goes out, on a machine that is busy. */
const PATIENCE = { timeout: 180_000 };

/** Actions that make sense one after the other. */
function actionsOf(seed: number): Action[] {
  const random = randomOf(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const tasks = new Map<string, { completed: boolean; repeats: boolean }>();
  const actions: Action[] = [];
  for (let count = 1; count <= ACTIONS; count += 1) {
    const chance = tasks.size < 5 ? 0 : tasks.size < TASKS_MAX ? random() : 0.35 + 0.65 * random();
    const title = pick([...tasks.keys()]);
    if (chance < 0.35) {
      const added = `errand-${count}x${seed}z`;
      const words = pick(["", " tomorrow", " 2030-05-03 9am", " !high", " #home", " every month"]);
      actions.push({ do: "add", line: added + words, title: added });
      tasks.set(added, { completed: false, repeats: words.includes("every") });
      continue;
    }
    const { completed, repeats } = tasks.get(title) ?? { completed: false, repeats: false };
    // One that repeats is not completed: the next would have the same title.
    if (chance < 0.7 && !repeats) {
      actions.push({ do: "toggle", title, to: !completed });
      tasks.set(title, { completed: !completed, repeats });
    } else if (chance < 0.9) {
      const to = `renamed-${count}x`;
      actions.push({ do: "rename", title, to });
      tasks.set(to, { completed, repeats });
      tasks.delete(title);
    } else {
      actions.push({ do: "delete", title });
      tasks.delete(title);
    }
  }
  return actions;
}

/** Does actions as a program that is online does them, one after the other. */
async function online(actions: Action[]): Promise<SavedTask[]> {
  const { page, context } = await openTasks();
  const send = async (method: string, path: string, data?: object) => {
    const headers = { origin: network().url };
    const response = await page.request.fetch(`/api/v1${path}`, { method, data, headers });
    expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true);
    return response.status() === 204 ? null : response.json();
  };
  const numbers = new Map<string, number>();
  const add = async (line: string, title: string) => {
    const { tasks } = await send("POST", "/tasks/forms", { form: { intent: "add", title: line } });
    numbers.set(title, tasks[0].id);
  };
  await add(FIRST, FIRST);
  for (const action of actions) {
    const task = `/tasks/${numbers.get(action.title)}`;
    if (action.do === "add") await add(action.line, action.title);
    else if (action.do === "toggle")
      await send("PATCH", `${task}/complete`, { completed: action.to });
    else if (action.do === "delete") await send("DELETE", task);
    else {
      await send("PATCH", task, { title: action.to });
      numbers.set(action.to, numbers.get(action.title) ?? 0);
    }
  }
  const saved = await savedTasks(page);
  await context.close();
  return saved;
}

/** Does actions in a page whose network is bad, until all of them are sent. */
async function offline(actions: Action[], next: () => (typeof MODES)[number]) {
  const { page, context } = await openTasks();
  await page.goto("/tasks?status=all");
  // What reads the line, and the outbox, are loaded while there is a network.
  await add(page, FIRST);
  let settle = () => {};
  const began = performance.now();
  const times: string[] = [];
  const note = (what: string) => times.push(`${what} ${Math.round(performance.now() - began)}`);
  try {
    for (let first = 0; first < actions.length; first += PHASE) {
      settle();
      settle = () => {};
      const mode = next();
      if (mode === "flapping") settle = network().flap(2_000);
      else network().set(mode);
      await act(page, actions.slice(first, first + PHASE));
      note(mode);
    }
  } finally {
    settle();
  }
  network().set("up");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect.poll(() => unsent(page), PATIENCE).toBe(0);
  note("sent");
  const saved = await savedTasks(page);
  // What is shown is what is saved, and nothing is marked any more.
  await expect.poll(() => page.locator("[data-waiting], [data-outbox]").count(), PATIENCE).toBe(0);
  await expect.poll(() => page.locator("[data-row]").count(), PATIENCE).toBe(saved.length);
  note("shown");
  await context.close();
  return { saved, times: times.join(", ") };
}

/** How many changes the page still keeps to be sent. */
const unsent = async (page: Page): Promise<number> =>
  (await operationsOf(page)).filter(({ state }) => state !== "sent").length;

const withoutOrder = (tasks: SavedTask[]) => tasks.map((task) => JSON.stringify(task)).sort();

describe.skipIf(!chromiumPath)(`${ACTIONS} random changes on bad networks`, () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1) {
    it(`end as they do on a good one: seed ${seed}`, { timeout: 900_000 }, async () => {
      const actions = actionsOf(seed);
      const random = randomOf(-seed);
      const good = await online(actions);
      const bad = await offline(
        actions,
        () => MODES[Math.floor(random() * MODES.length)] ?? "down",
      );
      expect(withoutOrder(bad.saved)).toEqual(withoutOrder(good));
      console.info(`seed ${seed} ends the same, in ms: ${bad.times}`);
    });
  }
});
