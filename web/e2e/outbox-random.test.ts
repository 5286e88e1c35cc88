import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { NetworkMode } from "#testing/bad-network";
import { badNetworkApp, type SavedTask, savedTasks } from "#testing/bad-network-app";
import { chromiumPath } from "#testing/browser";
import { add } from "#testing/task-rows";

const { openTasks, network } = badNetworkApp();

/**
 * How many runs, each with other actions. One of 200 takes minutes, since a network that hangs does: to
 * be sure of the outbox, run twenty by OUTBOX_SEEDS=20 OUTBOX_ACTIONS=200.
 */
const SEEDS = Number(process.env.OUTBOX_SEEDS ?? 1);
const FIRST_SEED = Number(process.env.OUTBOX_FIRST_SEED ?? 1);
const ACTIONS = Number(process.env.OUTBOX_ACTIONS ?? 36);
/** How long the network stays as it is, in actions; each costs seconds while it hangs. */
const PHASE = Math.min(20, Math.ceil(ACTIONS / 9));

const MODES = ["down", "slow", "bad-gateway", "flapping", "unavailable", "hangs"] as const;

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Action =
  | { do: "add"; line: string; title: string }
  | { do: "toggle"; title: string; to: boolean }
  | { do: "rename"; title: string; to: string }
  | { do: "delete"; title: string };

/** Actions that make sense one after the other. */
function actionsOf(seed: number): Action[] {
  const random = randomOf(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const tasks = new Map<string, { completed: boolean; repeats: boolean }>();
  const actions: Action[] = [];
  for (let count = 1; count <= ACTIONS; count += 1) {
    const chance = tasks.size < 5 ? 0 : random();
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

/** Does an action in the page as its handlers see it, and waits until the page shows it. */
function act(page: Page, action: Action): Promise<void> {
  return page.evaluate(async (asked) => {
    const rowOf = (title: string) =>
      document.querySelector<HTMLElement>(`[data-row][aria-label="${title}"]:not([hidden])`);
    const until = async <T>(what: string, find: () => T | null | undefined | false): Promise<T> => {
      const end = Date.now() + 90_000;
      for (;;) {
        const found = find();
        if (found) return found;
        if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(asked)}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const write = (field: HTMLInputElement, text: string) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
      set?.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const box = (row: HTMLElement | null) => row?.querySelector<HTMLElement>("[role=checkbox]");
    if (asked.do === "add") {
      const field = document.querySelector<HTMLInputElement>("[data-quick-add]");
      if (field) write(field, asked.line);
      await until("not written", () => field?.value === asked.line);
      document.querySelector<HTMLElement>("[data-add]")?.click();
      // A task that is on its way has no row yet; the next action may need it.
      await until("not added", () => rowOf(asked.title));
      return;
    }
    const row = await until("no row", () => rowOf(asked.title));
    if (asked.do === "toggle") {
      box(row)?.click();
      const state = String(asked.to);
      await until("not ticked", () => box(rowOf(asked.title))?.ariaChecked === state);
    } else if (asked.do === "rename") {
      row.querySelector<HTMLElement>("[data-rename]")?.click();
      const field = await until("no field", () =>
        row.querySelector<HTMLInputElement>("p + input, input:not([type])"),
      );
      write(field, asked.to);
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
      await until("not renamed", () => rowOf(asked.to));
    } else {
      row.querySelector<HTMLElement>("form:last-of-type [type=submit]:not([role])")?.click();
      await until("not deleted", () => !rowOf(asked.title));
    }
  }, action);
}

async function run(actions: Action[], modes: () => (typeof MODES)[number] | "up") {
  const { page, context } = await openTasks();
  await page.goto("/tasks?status=all");
  // What reads the line, and the outbox, are loaded while there is a network.
  await add(page, "the first task");
  let settle = () => {};
  for (const [index, action] of actions.entries()) {
    if (index % PHASE === 0) {
      settle();
      const mode = modes();
      if (mode === "flapping") settle = network().flap(2_000);
      else {
        settle = () => {};
        network().set(mode as NetworkMode);
      }
    }
    await act(page, action);
  }
  settle();
  network().set("up");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect
    .poll(() => page.locator("[data-waiting], [data-outbox]").count(), { timeout: 120_000 })
    .toBe(0);
  const shown = await page.locator("[data-row]").count();
  const saved = await savedTasks(page);
  await context.close();
  return { saved, shown };
}

const withoutOrder = (tasks: SavedTask[]) => tasks.map((task) => JSON.stringify(task)).sort();

describe.skipIf(!chromiumPath)(`${ACTIONS} random changes on bad networks`, () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1) {
    it(`end as they do on a good one: seed ${seed}`, { timeout: 900_000 }, async () => {
      const actions = actionsOf(seed);
      const random = randomOf(-seed);
      const good = await run(actions, () => "up");
      const bad = await run(actions, () => MODES[Math.floor(random() * MODES.length)] ?? "down");
      expect(withoutOrder(bad.saved)).toEqual(withoutOrder(good.saved));
      expect(bad.shown).toBe(good.shown);
    });
  }
});
