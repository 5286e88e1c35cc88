import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

const TASKS = 10_000;

let api: TestApi;
let amna: TestPerson;
let bilal: TestPerson;
let file: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  api = await createTestApi({ DATABASE_POOL_SIZE: "3", TASKS_PER_PERSON: String(TASKS) });
  amna = await api.signUp("Amna");
  bilal = await api.signUp("Bilal");
  await api.app.db.$executeRaw`
    INSERT INTO task (user_id, number, title, category)
    SELECT ${amna.id}, n, 'buy milk and bread, number ' || n, 'home' FROM generate_series(1, ${TASKS}) AS n`;
  await api.app.db.$executeRaw`
    INSERT INTO task_change (user_id, task_number, actor, action, after)
    SELECT ${amna.id}, number, 'api', 'created', jsonb_build_object('id', number, 'title', title)
    FROM task WHERE user_id = ${amna.id}`;
  await api.app.db.user.update({ where: { id: amna.id }, data: { lastTaskNumber: TASKS } });
});
afterAll(() => api.close());

/**
 * Watches the longest stretch of processor time that the main thread takes without a break. Waiting
 * for a processor that other programs use does not count.
 */
function watchMainThread(): () => number {
  let longest = 0;
  let last = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last);
    last = process.threadCpuUsage();
    longest = Math.max(longest, (user + system) / 1_000);
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

/** Runs `work` while another person adds and lists tasks; gives the longest wait of each kind. */
async function besideOthers<T>(work: () => Promise<T>) {
  const longestOf = watchMainThread();
  let slowest = 0;
  const working = work();
  let done = false;
  const finished = working.finally(() => {
    done = true;
  });
  while (!done) {
    const start = performance.now();
    const answers = await Promise.all([
      bilal.call("POST", "/api/v1/tasks", { title: "mine" }),
      bilal.call("GET", "/api/v1/tasks?limit=10"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    slowest = Math.max(slowest, performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { result: await finished, slowest, blocked: longestOf() };
}

it("exports a full list in pieces, while others are answered", async () => {
  const { result, blocked } = await besideOthers(async () => {
    const answer = await amna.call("GET", "/api/v1/export");
    expect(answer.status).toBe(200);
    const pieces: Uint8Array[] = [];
    const reader = answer.body?.getReader();
    for (let read = await reader?.read(); read?.value; read = await reader?.read())
      pieces.push(read.value);
    return pieces;
  });
  expect(result.length).toBeGreaterThan(TASKS / 1_000);
  expect(Math.max(...result.map(({ length }) => length))).toBeLessThan(1024 * 1024);
  file = new Uint8Array(Buffer.concat(result));
  expect(blocked).toBeLessThan(250);
});

const importInto = (person: TestPerson, body: BodyInit) =>
  person.send("POST", "/api/v1/import", body, { "content-type": "application/json" });

it("imports what it exported, while others are answered, one at a time of a person", async () => {
  const sara = await api.signUp("Sara");
  const { result, blocked, slowest } = await besideOthers(() =>
    Promise.all([1, 2, 3, 4].map(() => importInto(sara, file))),
  );
  const [done, ...others] = result.toSorted((a, b) => a.status - b.status);
  expect(done?.status).toBe(200);
  expect(await done?.json()).toEqual({ tasks: TASKS, conversations: 0 });
  for (const other of others) {
    expect(other.status).toBe(429);
    expect(other.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await other.json()).toMatchObject({ code: "transfer_running" });
  }
  expect(await api.app.db.task.count({ where: { userId: sara.id } })).toBe(TASKS);
  expect(await api.app.db.taskChange.count({ where: { userId: sara.id } })).toBe(TASKS);
  expect(blocked).toBeLessThan(250);
  expect(slowest).toBeLessThan(5_000);
  // The list is full now.
  const more = await sara.call("POST", "/api/v1/tasks", { title: "one more" });
  expect(more.status).toBe(422);
  expect(await more.json()).toMatchObject({ code: "tasks_full", max: TASKS });
  const rows = await sara.send("POST", "/api/v1/tasks/import", "title\nx\n", {
    "content-type": "text/csv",
  });
  expect(await rows.json()).toMatchObject({ code: "tasks_full" });
});

it("is cancelled by whoever sent it, and nothing of it stays", async () => {
  const omar = await api.signUp("Omar");
  const abort = new AbortController();
  const sent = api.fetch("/api/v1/import", {
    method: "POST",
    headers: { authorization: `Bearer ${omar.token}`, "content-type": "application/json" },
    body: file,
    signal: abort.signal,
  });
  await expect
    .poll(
      async () =>
        (await api.app.db.user.findUniqueOrThrow({ where: { id: omar.id } })).lastTaskNumber,
      { interval: 100 },
    )
    .toBe(TASKS);
  abort.abort();
  expect((await sent).status).toBe(499);
  expect(await api.app.db.task.count({ where: { userId: omar.id } })).toBe(0);
  const made = await omar.call("POST", "/api/v1/tasks", { title: "first" });
  expect(await made.json()).toMatchObject({ id: 1 });
});
