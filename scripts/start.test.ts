import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { freePort } from "../web/local/free-port.ts";
import { discardData } from "../web/local/postgres/data-place.ts";

const root = path.resolve(import.meta.dirname, "..");
const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const undo of cleanUp.splice(0).reverse()) undo();
});

/** A data folder that only its owner may enter, as `mktemp -d` makes it. */
function dataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "karlo-start-"));
  cleanUp.push(() => {
    for (const name of ["karlo.pid", "postgres/postmaster.pid"]) kill(folder, name);
    discardData(folder);
  });
  return folder;
}

/** What a machine with a PostgreSQL of its own may have set; none of it is meant for Karlo's. */
const OTHER_SERVER = {
  PGDATA: "/nonexistent",
  PGHOST: "nowhere.invalid",
  PGPORT: "1",
  PGUSER: "another",
  PGPASSWORD: "another",
  PGSSLMODE: "require",
  PGOPTIONS: "-c no_such_setting=1",
};

/** `npm start` as a child, on a port of its own. */
class Start {
  readonly child: ChildProcess;
  output = "";
  readonly exit: Promise<number | null>;

  readonly port: number;

  constructor(folder: string, port: number) {
    this.port = port;
    this.child = spawn(process.execPath, ["scripts/start.mjs"], {
      cwd: root,
      env: {
        ...OTHER_SERVER,
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        PORT: String(port),
        KARLO_DATA: folder,
      },
    });
    this.child.stdout?.on("data", (chunk) => {
      this.output += chunk;
    });
    this.child.stderr?.on("data", (chunk) => {
      this.output += chunk;
    });
    this.exit = new Promise((resolve) => this.child.on("exit", resolve));
    cleanUp.push(() => this.child.kill("SIGKILL"));
  }

  async ready(): Promise<this> {
    for (let waited = 0; waited < 60_000; waited += 100) {
      if (this.output.includes("Karlo is at")) return this;
      if (this.child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`It did not start:\n${this.output}`);
  }

  fetch(address: string, init?: RequestInit): Promise<Response> {
    return fetch(`http://localhost:${this.port}${address}`, init);
  }
}

function kill(folder: string, name: string): void {
  try {
    const [pid] = readFileSync(path.join(folder, name), "utf8").split("\n");
    process.kill(Number(pid), "SIGKILL");
  } catch {
    // It is not running.
  }
}

async function gone(port: number): Promise<boolean> {
  return fetch(`http://localhost:${port}/health`).then(
    () => false,
    () => true,
  );
}

describe("npm start", () => {
  it("keeps what was acknowledged through kill -9 and stops cleanly on SIGTERM", async () => {
    const folder = dataFolder();
    const first = await new Start(folder, await freePort()).ready();
    const origin = `http://localhost:${first.port}`;
    const signUp = await first.fetch("/api/auth/sign-up/email", {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify({
        name: "A",
        email: "a@example.com",
        password: "a quiet river at dawn",
      }),
    });
    const cookie = signUp.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const headers = { cookie, origin, "content-type": "application/json" };
    for (let n = 1; n <= 5; n += 1) {
      const body = JSON.stringify({ title: `task ${n}` });
      const created = await first.fetch("/api/v1/tasks", { method: "POST", headers, body });
      expect(created.status).toBe(201);
    }
    // The server, its database and what began them, all at once.
    for (const name of ["karlo.pid", "postgres/postmaster.pid"]) kill(folder, name);
    first.child.kill("SIGKILL");

    const second = await new Start(folder, first.port).ready();
    const list = await second.fetch("/api/v1/tasks", { headers: { cookie } });
    expect(((await list.json()) as { tasks: unknown[] }).tasks).toHaveLength(5);
    expect(second.output).not.toMatch(/error|warn|deprecat/i);
    // What began it alone is killed: the server sees it and ends in order, and the next one waits.
    second.child.kill("SIGKILL");
    const third = await new Start(folder, first.port).ready();
    const again = await third.fetch("/api/v1/tasks", { headers: { cookie } });
    expect(((await again.json()) as { tasks: unknown[] }).tasks).toHaveLength(5);
    third.child.kill("SIGTERM");
    expect(await third.exit).toBe(0);
    expect(await gone(first.port)).toBe(true);
    expect(() => readFileSync(path.join(folder, "postgres/postmaster.pid"))).toThrow();
  });

  it("starts a killed PostgreSQL again, and answers 503 meanwhile", async () => {
    const folder = dataFolder();
    const app = await new Start(folder, await freePort()).ready();
    const origin = `http://localhost:${app.port}`;
    const json = { "content-type": "application/json", origin };
    const account = { name: "A", email: "a@example.com", password: "a quiet river at dawn" };
    const signUp = await app.fetch("/api/auth/sign-up/email", {
      method: "POST",
      headers: json,
      body: JSON.stringify(account),
    });
    const lines = signUp.headers.getSetCookie().map((line) => line.split(";")[0]);
    const headers = { ...json, cookie: lines.join("; ") };
    const add = (title: string) =>
      app.fetch("/api/v1/tasks", { method: "POST", headers, body: JSON.stringify({ title }) });
    const acknowledged: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      kill(folder, "postgres/postmaster.pid");
      for (let n = 0, ok = 0; ok < 3; n += 1) {
        expect(n).toBeLessThan(200);
        const title = `task ${round} ${n}`;
        const [added, page] = await Promise.all([add(title), app.fetch("/tasks", { headers })]);
        expect([201, 503]).toContain(added.status);
        expect([200, 503]).toContain(page.status);
        for (const answer of [added, page])
          if (answer.status === 503)
            expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
        if (added.status === 201) {
          acknowledged.push(title);
          ok += 1;
        } else await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
    const list = await app.fetch("/api/v1/tasks?limit=100", { headers });
    const { tasks } = (await list.json()) as { tasks: { title: string }[] };
    expect(tasks.map(({ title }) => title)).toEqual(expect.arrayContaining(acknowledged));
    expect((await app.fetch("/ready")).status).toBe(200);
    const log = readFileSync(path.join(folder, "postgres/server.log"), "utf8");
    expect(log).not.toMatch(/task 0|INSERT|a@example/);
    app.child.kill("SIGTERM");
    expect(await app.exit).toBe(0);
    expect(() => readFileSync(path.join(folder, "postgres/postmaster.pid"))).toThrow();
  }, 240_000);

  it("says in one sentence that the port is taken", async () => {
    const taken = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => taken.listen(port, "127.0.0.1", resolve));
    cleanUp.push(() => taken.close());
    const start = new Start(dataFolder(), port);
    expect(await start.exit).toBe(1);
    expect(start.output).toContain(`karlo: Port ${port} is taken`);
  });

  it("says in one sentence that another PostgreSQL made the data", async () => {
    const folder = dataFolder();
    const first = await new Start(folder, await freePort()).ready();
    first.child.kill("SIGTERM");
    await first.exit;
    writeFileSync(path.join(folder, "postgres/PG_VERSION"), "14\n");
    const second = new Start(folder, first.port);
    expect(await second.exit).toBe(1);
    expect(second.output).toMatch(/karlo: The data in .* was made by PostgreSQL 14/);
  });

  it("says in one sentence that the data is in use", async () => {
    const folder = dataFolder();
    await new Start(folder, await freePort()).ready();
    const second = new Start(folder, await freePort());
    expect(await second.exit).toBe(1);
    expect(second.output).toMatch(/karlo: Karlo is already running with the data in .* stop it/);
  });

  it("names a wrong value of the environment", async () => {
    const start = new Start(dataFolder(), 70_000);
    expect(await start.exit).toBe(1);
    expect(start.output).toContain('PORT is "70000"; it takes: a port from 0 to 65535');
  });
});
