import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { serve as listen } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import type { ServerBuild } from "@remix-run/node";
import type { Hono, MiddlewareHandler } from "hono";
import { resetAccount } from "#app/accounts/reset-account.server";
import { createHttp } from "#app/http.server";
import { createKarlo, type Karlo } from "#app/karlo.server";
import { type ServedMcp, serveMcpOnStdio } from "#app/mcp-stdio.server";
import { CLIENT_ADDRESS_HEADER, clientAddress } from "#app/platform/client-address";
import {
  EnvironmentError,
  readEnvironment,
  readMigrationEnvironment,
} from "#app/platform/environment";
import type { Logger } from "#app/platform/log";
import { measureProcess } from "#app/platform/metrics";
import { type MetricsServer, serveMetrics } from "#app/platform/metrics-server";
import { migrate, migrationNames } from "#app/platform/migrate";
import { DatabaseSilent, waitForDatabase } from "#app/platform/wait-for-database";
import { version } from "./package.json";

/**
 * What is at work when the process is told to stop gets this long. With the pause before it and
 * {@link LAST_MS} after it, less than a pod's grace.
 */
const GRACE_MS = 30_000;

/** A connection that nobody ends is cut this long after that. */
const LAST_MS = 2_000;

/** Proxies that have not heard yet go on for a moment: until then, they are answered. */
const LINGER_MS = 3_000;

/** Longer than a proxy keeps an idle connection (Traefik: 90 s), so that it is the one to end it. */
const KEEP_ALIVE_MS = 100_000;

/** Karlo while it serves. */
export interface Served {
  /** Where this process listens. */
  url: string;
  karlo: Karlo;
  /**
   * Lets requests and runs finish, then closes everything.
   *
   * @param lingerMs goes on taking connections for so long
   */
  close(lingerMs?: number): Promise<void>;
}

/** The pages, as Remix builds them. */
// @ts-expect-error Vite makes this module.
export const pages = (): Promise<ServerBuild> => import("virtual:remix/server-build");

type Environment = Record<string, string | undefined>;

/**
 * Starts Karlo and listens.
 *
 * @param environment usually `process.env`
 * @param root the folder that holds `build` and `prisma`
 * @throws EnvironmentError; an error with `code` EADDRINUSE when the port is taken
 */
export async function serve(environment: Environment, root: string): Promise<Served> {
  const config = readEnvironment(environment);
  const karlo = await createKarlo(config, root);
  const files = staticFiles(path.join(root, "build/client"));
  const app = createHttp(karlo, pages, { files });
  let metrics: MetricsServer | undefined;
  try {
    if (config.METRICS_PORT !== 0) {
      measureProcess(version, (await migrationNames(karlo.migrations)).at(-1) ?? "");
      metrics = await serveMetrics(config.METRICS_PORT, config.HOST);
    }
    const server = await listenOn(withClientAddress(app.fetch, config.TRUSTED_PROXIES), config);
    const { port } = server.address() as AddressInfo;
    const host = config.HOST.includes(":") ? `[${config.HOST}]` : config.HOST;
    return {
      url: `http://${host}:${port}`,
      karlo,
      async close(lingerMs = 0) {
        await drain(server, karlo, lingerMs);
        await metrics?.close();
      },
    };
  } catch (error) {
    await metrics?.close();
    await karlo.close(0);
    throw error;
  }
}

/**
 * Applies the migrations that the database lacks, and gives their names.
 *
 * @throws EnvironmentError, and what `migrate` throws
 */
export async function applyMigrations(environment: Environment, root: string): Promise<string[]> {
  const { url, role } = readMigrationEnvironment(environment);
  return migrate(url, path.join(root, "prisma/migrations"), { role });
}

/**
 * Gives an account a new random password and ends its sessions; null when there is no such account.
 *
 * @throws EnvironmentError
 */
export async function resetAccountPassword(
  environment: Environment,
  root: string,
  email: string,
): Promise<string | null> {
  await applyMigrations(environment, root);
  const karlo = await createKarlo(readEnvironment(environment), root);
  try {
    return await resetAccount(karlo, email);
  } finally {
    await karlo.close(0);
  }
}

/**
 * Serves the MCP tools over stdio, to one program and for one person.
 *
 * @throws EnvironmentError
 */
export function serveMcp(environment: Environment): Promise<ServedMcp> {
  return serveMcpOnStdio(readEnvironment(environment));
}

type Fetch = Parameters<typeof listen>[0]["fetch"];

/** Puts the client's believable address on each request, over whatever the client sent. */
function withClientAddress(fetch: Hono["fetch"], trustedProxies: number): Fetch {
  return (request, bindings) => {
    const peer = "incoming" in bindings ? bindings.incoming.socket.remoteAddress : undefined;
    const forwarded = request.headers.get("x-forwarded-for");
    request.headers.set(CLIENT_ADDRESS_HEADER, clientAddress(peer, forwarded, trustedProxies));
    return fetch(request, bindings);
  };
}

/**
 * Files of the build, compressed where the client takes it. Those that are named by their content
 * are kept for ever. The API has none: its requests are spared the look at the disk.
 */
function staticFiles(folder: string): MiddlewareHandler {
  const root = path.relative(process.cwd(), folder) || ".";
  const serveFile = serveStatic({ root, precompressed: true });
  return async (c, next) => {
    if (c.req.path.startsWith("/api/")) return next();
    const file = await serveFile(c, async () => {});
    if (!file) return next();
    c.set("route", "files");
    file.headers.set("vary", "Accept-Encoding");
    file.headers.set("x-content-type-options", "nosniff");
    if (c.req.path.startsWith("/assets/"))
      file.headers.set("cache-control", "public, max-age=31536000, immutable");
    return file;
  };
}

function listenOn(fetch: Fetch, { PORT, HOST }: { PORT: number; HOST: string }) {
  return new Promise<Server>((resolve, reject) => {
    const options = { fetch, port: PORT, hostname: HOST };
    const server = listen(options, () => resolve(server)) as Server;
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.once("error", reject);
  });
}

/**
 * Ends a server without a request that fails: answers say that their connection ends with them,
 * and only then are connections closed that nobody uses.
 */
async function drain(server: Server, karlo: Karlo, lingerMs: number): Promise<void> {
  const endsConnection = (_: IncomingMessage, response: ServerResponse) => {
    response.shouldKeepAlive = false;
  };
  server.prependListener("request", endsConnection);
  const closed = (async () => {
    await pause(lingerMs);
    await new Promise<void>((resolve) => server.close(() => resolve()));
  })();
  const late = pause(lingerMs + GRACE_MS + LAST_MS, undefined, { ref: false });
  await karlo.close(GRACE_MS, Promise.race([closed, late]));
  server.closeAllConnections();
  await closed;
}

/** `node build/server/index.js [serve|migrate|mcp|reset-password EMAIL]`: what the image runs. */
async function main(command: string, argument = ""): Promise<void> {
  endAtOnce();
  const root = path.resolve(import.meta.dirname, "../..");
  if (command === "migrate") return migrateAloud(root);
  if (command === "reset-password") {
    const password = await resetAccountPassword(process.env, root, argument);
    console.log(password ?? "There is no account with this address.");
    return;
  }
  if (command === "mcp") {
    const served = await serveMcp(process.env);
    closeOnSignal(served);
    return served.closed;
  }
  if (command !== "serve")
    throw new EnvironmentError(
      `Unknown command "${command}"; it takes: serve, migrate, mcp, reset-password EMAIL.`,
    );
  const served = await serve(process.env, root);
  const { log } = served.karlo;
  logCrashes(log);
  log.info({ url: served.url, version }, "listening");
  closeOnSignal({
    async close(signal) {
      log.info({ signal }, "draining");
      await served.close(signal === "SIGTERM" ? LINGER_MS : 0);
      log.info("closed");
    },
  });
}

/** What nobody catches ends the process, as it would anyway: but without its words, as JSON. */
function logCrashes(log: Logger): void {
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "crashed");
    process.exit(1);
  });
}

/** The command `migrate`: waits for the database, and says what it does. */
async function migrateAloud(root: string): Promise<void> {
  const { url, role, waitMs } = readMigrationEnvironment(process.env);
  const say = (line: string) => console.log(`migrate: ${line}`);
  await waitForDatabase(url, waitMs, say);
  const applied = await migrate(url, path.join(root, "prisma/migrations"), { role, say });
  say(applied.length > 0 ? `Done: ${applied.join(", ")}.` : "Nothing to do.");
}

/** What a process ends with: 1 when it failed, 2 when its environment is wrong, 3 without a database. */
function exitCode(error: Error): number {
  if (error instanceof EnvironmentError) return 2;
  return error instanceof DatabaseSilent ? 3 : 1;
}

/** A sentence for what an operator can mend, and all there is for anything else. */
function explain(error: Error, command: string): unknown {
  if (error instanceof EnvironmentError || error instanceof DatabaseSilent) return error.message;
  return command === "migrate" ? `migrate: ${error.message}` : error;
}

const SIGNALS = { SIGINT: 2, SIGTERM: 15 } as const;
type Signal = keyof typeof SIGNALS;
const signals = Object.keys(SIGNALS) as Signal[];

/**
 * Until something is served, a signal just ends the process. The first process of a container would
 * not be ended by one that it does not take; a migration is rolled back with its connection.
 */
function endAtOnce(): void {
  for (const signal of signals) process.on(signal, () => process.exit(128 + SIGNALS[signal]));
}

/** Ends the process in order when it is told to, once; told again, it ends at once. */
function closeOnSignal(served: { close(signal: Signal): Promise<void> }): void {
  let closing = false;
  for (const signal of signals) {
    process.removeAllListeners(signal);
    process.on(signal, async () => {
      if (closing) process.exit(1);
      closing = true;
      await served.close(signal);
      process.exit(0);
    });
  }
}

if (import.meta.main) {
  const [, , command = "serve", argument] = process.argv;
  main(command, argument).catch((error: Error) => {
    console.error(explain(error, command));
    process.exit(exitCode(error));
  });
}
