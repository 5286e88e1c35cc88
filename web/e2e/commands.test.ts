// The commands of the image as processes: their output and exit codes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/test-database";
import { freePort } from "../local/free-port";

const web = path.resolve(import.meta.dirname, "..");
const LOCK = 4_172_026;
let empty: TestDatabase;

interface Command {
  output(): string;
  kill(signal: NodeJS.Signals): void;
  exited: Promise<{ code: number | null; lines: string[] }>;
}

/** Starts a command with only this environment, without the secrets of the app. */
function start(command: string, environment: Record<string, string>): Command {
  const child = spawn(process.execPath, ["build/server/index.js", command], {
    cwd: web,
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += chunk;
    });
  const exited = once(child, "close").then(() => ({
    code: child.exitCode,
    lines: output.trim().split("\n"),
  }));
  return { output: () => output, kill: (signal) => void child.kill(signal), exited };
}

beforeAll(async () => {
  empty = await createTestDatabase({ empty: true });
});
afterAll(() => empty.drop());

it("migrates once when two processes start together, and reports nothing to do afterwards", async () => {
  const DATABASE_URL = empty.url;
  const both = [1, 2].map(() => start("migrate", { DATABASE_URL }).exited);
  const [one, other] = await Promise.all(both);
  expect([one?.code, other?.code]).toEqual([0, 0]);
  const last = [one, other].map((command) => command?.lines.at(-1));
  expect(last.filter((line) => line === "migrate: Nothing to do.")).toHaveLength(1);
  expect(last.filter((line) => line?.startsWith("migrate: Done: 0001_init, "))).toHaveLength(1);
  expect(await start("migrate", { DATABASE_URL }).exited).toEqual({
    code: 0,
    lines: ["migrate: Nothing to do."],
  });
});

it("reports a failure in its last line and its kind by the exit code", async () => {
  const DATABASE_URL = empty.url;
  const role = await start("migrate", { DATABASE_URL, APP_DATABASE_ROLE: "nobody_here" }).exited;
  expect(role.code).toBe(1);
  expect(role.lines.at(-1)).toMatch(/^migrate: The role nobody_here .* CREATE ROLE/);
  const wrong = await start("migrate", { DATABASE_URL: "mysql://u:hunter2@h/d" }).exited;
  expect(wrong).toEqual({ code: 2, lines: [expect.stringMatching(/^DATABASE_URL is not usable/)] });
  const unreachable = `postgresql://u:hunter2@127.0.0.1:${await freePort()}/d`;
  const unavailable = await start("migrate", {
    DATABASE_URL: unreachable,
    MIGRATION_WAIT_SECONDS: "1",
  }).exited;
  expect(unavailable.code).toBe(3);
  expect(unavailable.lines.at(-1)).toMatch(
    /^The database at 127\.0\.0\.1:\d+ did not answer within 1 s/,
  );
  expect(unavailable.lines.join()).not.toContain("hunter2");
});

it("exits on SIGTERM while waiting for another migration", async () => {
  const holder = new pg.Client({ connectionString: empty.url });
  await holder.connect();
  await holder.query("SELECT pg_advisory_lock($1)", [LOCK]);
  const waiting = start("migrate", { DATABASE_URL: empty.url });
  await expect.poll(waiting.output).toContain("Another migration is at work");
  waiting.kill("SIGTERM");
  expect((await waiting.exited).code).toBe(143);
  await holder.end();
});
