import pg from "pg";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { FormOperation, Operation } from "#app/offline/outbox/operation";
import type { Task } from "#app/tasks/task/task";
import { badNetworkApp } from "#testing/bad-network-app";
import { chromiumPath } from "#testing/browser";
import { type Action, act, operationsOf, randomOf } from "#testing/outbox/random-actions";
import { add } from "#testing/task-rows";

const { openTasks, openDevice, network, databaseUrl } = badNetworkApp();

/** How many runs, each with other presses. To be sure run twenty by OUTBOX_SEEDS=20. */
const SEEDS = Number(process.env.OUTBOX_SEEDS ?? 2);
const FIRST_SEED = Number(process.env.OUTBOX_FIRST_SEED ?? 1);
/** How often both are cut and come back, and what is done on each meanwhile. */
const ROUNDS = 2;
const ACTIONS = 10;
const SHARED = 6;

/** What may become of a press: all else loses it, or saves it over what nobody saw. */
const FINE = new Set(["saved", "shown", "settled"]);

/** A queue goes out, on a machine that is busy. */
const PATIENCE = { timeout: 120_000 };

/** What was pressed and in which round, on the task of a number where it had one. */
type Press = Action & { device: string; round: number; number: number | null };

/** A change of a task, as the history has it. */
interface Change {
  number: number;
  action: string;
  before: Task | null;
  after: Task | null;
}

/** Random presses on what a page shows; new titles say where and when. */
async function pressesOf(page: Page, device: string, random: () => number, round: number) {
  const rows = await page.locator("[data-row]:not([hidden])").evaluateAll((all) =>
    all.map((row) => ({
      title: row.getAttribute("aria-label") ?? "",
      number: Number(row.querySelector("[data-open]")?.getAttribute("data-open")) || null,
      completed: row.querySelector("[role=checkbox]")?.ariaChecked === "true",
    })),
  );
  const shown = new Map(rows.map((row) => [row.title, row]));
  const presses: Press[] = [];
  for (let count = 1; count <= ACTIONS; count += 1) {
    const name = `${device}-${round}-${count}x`;
    const titles = [...shown.keys()];
    const title = titles[Math.floor(random() * titles.length)] ?? "";
    const task = shown.get(title) ?? { title, number: null, completed: false };
    const press = { title, device, round, number: task.number };
    const chance = titles.length < 4 ? 0 : random();
    if (chance < 0.15) {
      presses.push({ ...press, number: null, do: "add", line: name, title: name });
      shown.set(name, { title: name, number: null, completed: false });
    } else if (chance < 0.65) {
      presses.push({ ...press, do: "rename", to: name });
      shown.set(name, { ...task, title: name });
      shown.delete(title);
    } else if (chance < 0.85) {
      presses.push({ ...press, do: "toggle", to: !task.completed });
      shown.set(title, { ...task, completed: !task.completed });
    } else {
      presses.push({ ...press, do: "delete" });
      shown.delete(title);
    }
  }
  return presses;
}

const isForm = (operation: Operation): operation is FormOperation => operation.kind === "form";

/** Whether nothing goes out any more: what is left was refused, or waits for what was. */
async function isSettled(page: Page): Promise<boolean> {
  const left = (await operationsOf(page)).filter(({ state }) => state !== "sent");
  const listed = await page
    .locator("[data-outbox]")
    .innerText({ timeout: 500 })
    .catch(() => "");
  const refused = left.some(({ state }) => state === "refused");
  return left.length === 0 || (refused && /need(s)? you/.test(listed) && (await isQuiet(page)));
}

/** Whether no queued change was tried for a while. */
async function isQuiet(page: Page): Promise<boolean> {
  const attempts = async () =>
    (await operationsOf(page)).map(({ key, attempts: tried, state }) => [key, tried, state]);
  const before = JSON.stringify(await attempts());
  await page.waitForTimeout(3_000);
  return before === JSON.stringify(await attempts());
}

async function changesOf(database: pg.Client): Promise<Change[]> {
  const { rows } = await database.query(
    "SELECT task_number AS number, action, before, after FROM task_change ORDER BY id",
  );
  return rows;
}

/**
 * Whether a rename met a conflict, and the person has settled it: they saw the other title on the
 * device, and wrote a third one over it. See `dropResolved`.
 */
const isSettledByHand = (press: Press & { do: "rename" }, all: readonly Press[]): boolean =>
  all.some(
    (later) =>
      later.do === "rename" &&
      later.device === press.device &&
      later.number === press.number &&
      later.round > press.round &&
      later.title !== press.to,
  );

/** Where a press has come to: into the history of a task, or into what is shown as not sent. */
function fateOf(
  press: Press,
  all: readonly Press[],
  changes: readonly Change[],
  left: readonly FormOperation[],
) {
  const of = (action: string) =>
    changes.some((change) => change.number === press.number && change.action === action);
  const isLeft = (...intents: string[]) =>
    left.some(
      ({ form, title }) =>
        intents.includes(form.intent ?? "") &&
        (form.title === ("to" in press ? press.to : press.title) || title === press.title),
    );
  if (press.do === "add") {
    const added = changes.some(({ before, after }) => !before && after?.title === press.title);
    return added ? "saved" : isLeft("add") ? "shown" : "lost";
  }
  if (press.do === "rename") {
    const saved = changes.find(
      ({ before, after }) => before?.title !== press.to && after?.title === press.to,
    );
    // Over nothing that the person had not seen.
    if (saved && saved.before?.title !== press.title) return `over ${saved.before?.title}`;
    if (saved) return "saved";
    return isLeft("edit") ? "shown" : isSettledByHand(press, all) ? "settled" : "lost";
  }
  // A task that was added on the device has no number yet.
  if (press.number === null) return "saved";
  if (press.do === "delete") return of("deleted") ? "saved" : isLeft("delete") ? "shown" : "lost";
  const saved = of(press.to ? "completed" : "reopened");
  return saved ? "saved" : isLeft("toggle", "done") ? "shown" : "lost";
}

describe.skipIf(!chromiumPath)("two devices that are cut at once", () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1) {
    it(`lose nothing and save nothing over what was not seen: seed ${seed}`, {
      timeout: 600_000,
    }, async () => {
      const random = randomOf(1_000 + seed);
      const one = await openTasks();
      const headers = { origin: network().url };
      for (let count = 1; count <= SHARED; count += 1) {
        const data = { title: `shared-${count}x` };
        await one.page.request.post("/api/v1/tasks", { data, headers });
      }
      const two = await openDevice(one.person);
      const devices = [
        { ...one, name: `a${seed}` },
        { ...two, name: `b${seed}` },
      ];
      for (const { page, name } of devices) {
        await page.goto("/tasks?status=all");
        // What reads the line, and the outbox, are loaded while there is a network.
        await add(page, `first of ${name}`);
      }
      const all: Press[] = [];
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (const { context } of devices) await context.setOffline(true);
        await Promise.all(
          devices.map(async ({ page, name }) => {
            const presses = await pressesOf(page, name, random, round);
            all.push(...presses);
            await act(page, presses);
          }),
        );
        const order = random() < 0.5 ? devices : [...devices].reverse();
        const together = random() < 0.3;
        for (const { context, page } of order) {
          await context.setOffline(false);
          if (!together) await expect.poll(() => isSettled(page), PATIENCE).toBe(true);
        }
        for (const { page } of order) await expect.poll(() => isSettled(page), PATIENCE).toBe(true);
      }
      const database = new pg.Client({ connectionString: databaseUrl() });
      await database.connect();
      const changes = await changesOf(database);
      await database.end();
      const fates = new Map<string, number>();
      const wrong: string[] = [];
      for (const { page, name, context } of devices) {
        const left = (await operationsOf(page))
          .filter(isForm)
          .filter(({ state }) => state !== "sent");
        for (const press of all.filter(({ device }) => device === name)) {
          const fate = fateOf(press, all, changes, left);
          fates.set(fate, (fates.get(fate) ?? 0) + 1);
          if (!FINE.has(fate)) wrong.push(`${fate}: ${JSON.stringify(press)}`);
        }
        await seeWhatIsLeft(page, left);
        await context.close();
      }
      expect(wrong).toEqual([]);
      console.info(`seed ${seed}: ${JSON.stringify(Object.fromEntries(fates))}`);
    });
  }
});

/** What is left is in the list of what was not sent, each with its words and the reason. */
async function seeWhatIsLeft(page: Page, left: readonly FormOperation[]): Promise<void> {
  if (left.length === 0) return;
  await page.getByRole("button", { name: "Show", exact: true }).last().click();
  const list = page.getByRole("dialog", { name: "Not sent yet" });
  await expect.poll(() => list.getByRole("listitem").count()).toBe(left.length);
  for (const { form, title } of left) {
    const words = form.intent === "edit" ? (form.title ?? title) : title;
    await list.getByText(words).first().waitFor();
  }
  const refused = left.filter(({ state }) => state === "refused").length;
  expect(
    await list.getByText(/Changed elsewhere meanwhile|Deleted elsewhere meanwhile/).count(),
  ).toBe(refused);
}
