import type { AddressInfo } from "node:net";
import path from "node:path";
import { serve as listen, type ServerType } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import type { ServerBuild } from "@remix-run/node";
import { Hono, type MiddlewareHandler } from "hono";
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
import { migrate } from "#app/platform/migrate";
import { DatabaseSilent, waitForDatabase } from "#app/platform/wait-for-database";

/** A run and a request get this long to finish when the process is told to stop. */
const GRACE_MS = 20_000;

/** Karlo while it serves. */
export interface Served {
  /** Where this process listens. */
  url: string;
  karlo: Karlo;
  /** Lets requests and runs finish, then closes everything. */
  close(): Promise<void>;
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
  const app = new Hono()
    .use(staticFiles(path.join(root, "build/client")))
    .route("/", createHttp(karlo, pages));
  try {
    const server = await listenOn(withClientAddress(app.fetch, config.TRUSTED_PROXIES), config);
    const { port } = server.address() as AddressInfo;
    const host = config.HOST.includes(":") ? `[${config.HOST}]` : config.HOST;
    return { url: `http://${host}:${port}`, karlo, close: () => close(server, karlo) };
  } catch (error) {
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
    file.headers.set("vary", "Accept-Encoding");
    file.headers.set("x-content-type-options", "nosniff");
    if (c.req.path.startsWith("/assets/"))
      file.headers.set("cache-control", "public, max-age=31536000, immutable");
    return file;
  };
}

function listenOn(fetch: Fetch, { PORT, HOST }: { PORT: number; HOST: string }) {
  return new Promise<ServerType>((resolve, reject) => {
    const server = listen({ fetch, port: PORT, hostname: HOST }, () => resolve(server));
    server.once("error", reject);
  });
}

async function close(server: ServerType, karlo: Karlo): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await karlo.close(GRACE_MS);
  if ("closeAllConnections" in server) server.closeAllConnections();
  await closed;
}

/** `node build/server/index.js [serve|migrate|mcp|reset-password EMAIL]`: what the image runs. */
async function main(command: string, argument = ""): Promise<void> {
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
  served.karlo.log.info({ url: served.url }, "listening");
  closeOnSignal(served);
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

function closeOnSignal(served: { close(): Promise<void> }): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      await served.close();
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
