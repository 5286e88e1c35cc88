// Reminders of a great many people that fall due at once, each pushed to a browser: how long it takes,
// what memory the process needs, and how others are answered meanwhile. BENCH_REMINDERS says how many.
import { createECDH, randomBytes } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { percentile, report } from "./measure.ts";
import { signUpWithTasks } from "./people.ts";
import { memory, pause, startKarlo, url } from "./process.ts";

const REMINDERS = Number(process.env.BENCH_REMINDERS) || 20_000;
const IDLE_MS = 5_000;
const SAMPLE_MS = 100;

const pushed = new Map<string, number>();
const service = http.createServer((request, response) => {
  request.resume().on("end", () => {
    const { url: path = "" } = request;
    pushed.set(path, (pushed.get(path) ?? 0) + 1);
    response.writeHead(201).end();
  });
});
await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
const host = `localhost:${(service.address() as AddressInfo).port}`;

const server = createECDH("prime256v1");
server.generateKeys();
const karlo = await startKarlo({
  VAPID_PRIVATE_KEY: server.getPrivateKey("base64url"),
  PUSH_SERVICES: host,
});
const reader = await signUpWithTasks("reader", 30);
const database = new pg.Client({ connectionString: process.env.DATABASE_URL });
await database.connect();
await addPeople();

const [idleAnswers, idleMemory] = await sample(async () => pause(IDLE_MS));
const start = performance.now();
const [answers, most] = await sample(async () => {
  await database.query("UPDATE reminder SET rings_at = now()");
  await database.query("SELECT pg_notify('reminder_due', '0')");
  while (pushed.size < REMINDERS) await pause(SAMPLE_MS);
});
const seconds = (performance.now() - start) / 1_000;
const twice = [...pushed.values()].filter((count) => count > 1).length;
report("pushed twice", twice, { max: 0, unit: "of all" });
report("memory at most", most, { max: 400, unit: "MiB", detail: `idle ${idleMemory} MiB` });
report("a list of 30 tasks meanwhile, p99", percentile(answers, 0.99), {
  max: 200,
  unit: "ms",
  detail: `p50 ${percentile(answers, 0.5).toFixed(0)} ms; before p50 / p99 ${[0.5, 0.99].map((one) => percentile(idleAnswers, one).toFixed(0)).join(" / ")} ms`,
});
console.log(
  `     ${REMINDERS} in ${seconds.toFixed(0)} s, ${(REMINDERS / seconds).toFixed(0)} a second`,
);
karlo.stop();
await karlo.exited;
await database.end();
service.close();

/** Adds people with one task and one browser each; they share the keys, which cost the same. */
async function addPeople(): Promise<void> {
  const browser = createECDH("prime256v1");
  browser.generateKeys();
  await database.query(
    `INSERT INTO "user" SELECT (jsonb_populate_record("user", jsonb_build_object(
       'id', 'reminded ' || n, 'email', n || '@reminded.example.com'))).*
     FROM "user", generate_series(1, $2::integer) AS n WHERE id = $1`,
    [reader.id, REMINDERS],
  );
  await database.query(
    `INSERT INTO push_subscription (user_id, endpoint, p256dh, auth)
     SELECT 'reminded ' || n, 'http://' || $2 || '/' || n, $3, $4
     FROM generate_series(1, $1::integer) AS n`,
    [REMINDERS, host, browser.getPublicKey("base64url"), randomBytes(16).toString("base64url")],
  );
  await database.query(
    `INSERT INTO task (user_id, number, title, priority, due_at, due_has_time)
     SELECT 'reminded ' || n, 1, 'take the medicine', 2, now() + interval '1 day', true
     FROM generate_series(1, $1::integer) AS n`,
    [REMINDERS],
  );
  // The reader's own tasks are no part of it.
  await database.query("DELETE FROM reminder WHERE user_id = $1", [reader.id]);
  await database.query("VACUUM ANALYZE");
}

/** Reads a list again and again until `work` has ended: milliseconds of each, and the most memory. */
async function sample(work: () => Promise<void>): Promise<[number[], number]> {
  const times: number[] = [];
  let most = 0;
  let ended = false;
  const working = work().finally(() => {
    ended = true;
  });
  while (!ended) {
    const sent = performance.now();
    const answer = await fetch(`${url}/api/v1/tasks?limit=30`, {
      headers: { authorization: `Bearer ${reader.token}` },
    });
    if (!answer.ok) throw new Error(await answer.text());
    await answer.arrayBuffer();
    times.push(performance.now() - sent);
    most = Math.max(most, memory(karlo.pid));
    await pause(SAMPLE_MS);
  }
  await working;
  return [times, most];
}
