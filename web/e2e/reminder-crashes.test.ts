// kill -9 on the way of reminders, with real processes: what was claimed and not sent is sent by
// another, and what may have arrived arrives once more under the same tag, after a minute and no sooner.
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { startPushService, vapidKey } from "#app/reminders/testing/push-service";
import {
  type PushService,
  type RemindedPerson,
  signUpReminded,
} from "#app/reminders/testing/reminded-person";
import { type ServerProcess, startServer } from "#testing/server-process";
import { createTestApi, type TestApi } from "#testing/test-app";

const PEOPLE = 40;
let service: PushService;
let api: TestApi;
let people: RemindedPerson[];
let client: pg.Client;
let environment: Record<string, string>;
let servers: ServerProcess[] = [];

beforeAll(async () => {
  service = await startPushService();
  const push = { VAPID_PRIVATE_KEY: vapidKey(), PUSH_SERVICES: service.host };
  api = await createTestApi(push);
  people = [];
  for (let n = 0; n < PEOPLE; n += 1) people.push(await signUpReminded(api, service));
  client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
  // From now on only the processes of a test ring.
  await api.app.ringer.close();
  environment = {
    ...push,
    DATABASE_URL: api.databaseUrl,
    BETTER_AUTH_SECRET: api.app.config.BETTER_AUTH_SECRET,
    LOG_LEVEL: "error",
  };
});
beforeEach(async () => {
  await client.query("DELETE FROM task");
  await client.query("DELETE FROM notification");
  for (const { browser } of people) browser.received.length = 0;
  service.control.answer = () => ({ status: 201 });
});
afterEach(async () => {
  await client.query("ROLLBACK");
  service.release();
  await Promise.all(servers.map((server) => server.kill()));
  servers = [];
});
afterAll(async () => {
  await client.end();
  await api.close();
  await service.close();
});

async function start(): Promise<ServerProcess> {
  const server = await startServer(environment);
  servers.push(server);
  return server;
}

/** Gives everybody a task, and has them all ring now. */
const addAll = async () => {
  const due_at = new Date(Date.now() + 3_600_000).toISOString();
  for (const person of people)
    await person.call("POST", "/api/v1/tasks", { title: "take medicine", due_at });
  const { rows } = await client.query("SELECT count(*)::integer AS count FROM reminder");
  expect(rows[0].count).toBe(PEOPLE);
  await client.query("UPDATE reminder SET rings_at = now()");
  await wake();
};
const states = async () => {
  const { rows } = await client.query(
    "SELECT state, count(*)::integer AS count FROM delivery GROUP BY state ORDER BY state",
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
};
/** The lease of what a process that is gone was sending ends, as it does after 90 seconds. */
const endLeases = () => client.query("UPDATE delivery SET next_at = now() WHERE state = 'sending'");
const wake = () => client.query("SELECT pg_notify('reminder_due', '0')");

/** How many pushes each device got, and how many notifications it shows of them. */
function counts(): { most: number; least: number; shown: number[] } {
  const received = people.map(({ browser }) => browser.received);
  const lengths = received.map((pushes) => pushes.length);
  const shown = received.map((pushes) => new Set(pushes.map(({ message }) => message.tag)).size);
  return { most: Math.max(...lengths), least: Math.min(...lengths), shown };
}

// The push service stops answering after so many pushes, some with its answer, some without: a process
// that is killed then is between its claim and its pushes, among them, or before it writes how they ended.
it.each([0, 1, 2, 5, 9, 14, 20, 27, 33, 39])(
  "loses and doubles none when a process is killed after %i pushes",
  async (after) => {
    let pushes = 0;
    service.control.answer = () => {
      pushes += 1;
      return pushes > after ? "hang" : { status: 201 };
    };
    const first = await start();
    await addAll();
    await expect.poll(() => service.received().length).toBeGreaterThan(after);
    await first.kill();
    service.release();
    service.control.answer = () => ({ status: 201 });
    await start();
    // What the first one never sent goes out now; what it was sending is left alone for its lease.
    const again = "SELECT 1 FROM delivery WHERE state = 'sending' AND attempts > 1";
    await expect.poll(async () => (await states()).pending ?? 0).toBe(0);
    await expect.poll(async () => (await client.query(again)).rows).toEqual([]);
    expect(counts().most).toBe(1);
    await endLeases();
    await wake();
    await expect.poll(states).toEqual({ sent: PEOPLE });
    const { least, most, shown } = counts();
    expect(least).toBeGreaterThanOrEqual(1);
    expect(most).toBeLessThanOrEqual(2);
    // What came twice has one tag, and says so: the device shows one notification.
    expect(shown).toEqual(shown.map(() => 1));
    for (const { browser } of people)
      for (const again of browser.received.slice(1)) expect(again.message.again).toBe(true);
    const { rows } = await client.query("SELECT count(*)::integer AS count FROM notification");
    expect(rows[0].count).toBe(PEOPLE);
  },
);

it("claims nothing in a process that is killed before its claim, and all in the next", async () => {
  const first = await start();
  // Holds the claim: its statement, or one that looks for deliveries before it, waits for the table.
  const holder = new pg.Client({ connectionString: api.databaseUrl });
  await holder.connect();
  await holder.query("BEGIN");
  await holder.query("LOCK TABLE notification IN ACCESS EXCLUSIVE MODE");
  // By another connection: what a transaction notifies of is heard after its commit.
  await addAll();
  const waiting =
    "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
  await expect.poll(async () => (await client.query(waiting)).rowCount).toBeGreaterThan(0);
  await first.kill();
  await holder.end();
  await start();
  await expect.poll(() => service.received()).toHaveLength(PEOPLE);
  await expect.poll(states).toEqual({ sent: PEOPLE });
  expect(counts().most).toBe(1);
});

it("loses and doubles none while one of three processes is killed", async () => {
  const [first] = await Promise.all([start(), start(), start()]);
  await addAll();
  await expect.poll(() => service.received().length).toBeGreaterThan(0);
  await first?.kill();
  await expect.poll(async () => (await states()).pending ?? 0).toBe(0);
  expect(counts().most).toBe(1);
  await endLeases();
  await wake();
  await expect.poll(states).toEqual({ sent: PEOPLE });
  expect(counts().least).toBe(1);
  expect(counts().shown).toEqual(people.map(() => 1));
});
