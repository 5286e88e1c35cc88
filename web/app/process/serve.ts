import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { serve as listen } from "@hono/node-server";
import type { ServerBuild } from "@remix-run/node";
import type { Hono } from "hono";
import { turnOffLostFactor } from "#app/accounts/security/second-factor/turn-off-lost-factor.server";
import { resetAccount } from "#app/accounts/sign-in/reset-account.server";
import type { AppContext } from "#app/app-context";
import { captureConsole as capture } from "#app/platform/capture-console";
import { CLIENT_ADDRESS_HEADER, clientAddress } from "#app/platform/client-address";
import { migrate, migrationNames } from "#app/platform/database/migrate";
import { type Config, readEnvironment, readMigrationEnvironment } from "#app/platform/environment";
import { createLogger } from "#app/platform/log";
import { measureProcess } from "#app/platform/metrics";
import { type MetricsServer, serveMetrics } from "#app/platform/metrics-server";
import { version } from "../../package.json";
import { createAppContext } from "./create-app-context.server";
import { drain } from "./drain";
import { createHttp } from "./http.server";
import { type ServedMcp, serveMcpOnStdio } from "./mcp-stdio.server";
import { staticFiles } from "./static-files";

/** Longer than proxies keep an idle connection (Traefik: 90 s), so that the proxy closes it first. */
const KEEP_ALIVE_MS = 100_000;
/** How long a whole request may take to arrive: a little longer than the body of an import. */
const REQUEST_MS = 75_000;
const HEADERS_MS = 20_000;

/** A listening server. */
export interface Served {
  /** The address this process listens on; not PUBLIC_URL. */
  url: string;
  app: AppContext;
  /**
   * Lets requests and runs finish, then closes all connections.
   *
   * @param lingerMs how long new connections are still accepted; 0 by default
   */
  close(lingerMs?: number): Promise<void>;
}

/** Loads the Remix build of the pages. */
// @ts-expect-error Vite provides this module.
export const pages = (): Promise<ServerBuild> => import("virtual:remix/server-build");

type Environment = Record<string, string | undefined>;

/**
 * Starts Karlo and listens.
 *
 * @param environment usually `process.env`
 * @param root the folder with `build` and `prisma`
 * @throws EnvironmentError; an error with `code` EADDRINUSE when the port is taken
 */
export async function serve(environment: Environment, root: string): Promise<Served> {
  const config = readEnvironment(environment);
  const stopTracing = await trace(config);
  const app = await createAppContext(config, root);
  const http = createHttp(app, pages, { files: staticFiles(path.join(root, "build/client")) });
  let metrics: MetricsServer | undefined;
  try {
    if (config.METRICS_PORT !== 0) {
      measureProcess(version, (await migrationNames(app.migrations)).at(-1) ?? "");
      metrics = await serveMetrics(config.METRICS_PORT, config.HOST);
    }
    const server = await listenOn(withClientAddress(http.fetch, config.TRUSTED_PROXIES), config);
    const { port } = server.address() as AddressInfo;
    const host = config.HOST.includes(":") ? `[${config.HOST}]` : config.HOST;
    return {
      url: `http://${host}:${port}`,
      app,
      async close(lingerMs = 0) {
        await drain(server, app, lingerMs);
        await metrics?.close();
        await stopTracing?.();
      },
    };
  } catch (error) {
    await metrics?.close();
    await app.close(0);
    await stopTracing?.();
    throw error;
  }
}

/** Begins to send traces if there is a collector; the SDK is loaded for that alone. */
async function trace(config: Config) {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = config;
  if (endpoint === undefined) return undefined;
  const { startTracing } = await import("#app/platform/tracing/start-tracing");
  const { OTEL_EXPORTER_OTLP_HEADERS: headers, OTEL_TRACES_SAMPLER_ARG: ratio } = config;
  return startTracing({ endpoint, headers, ratio, version });
}

/** Makes what libraries print in this process lines of a log like that of {@link serve}. */
export function captureConsole(environment: Environment): void {
  const { LOG_LEVEL, BETTER_AUTH_SECRET: secret } = readEnvironment(environment);
  capture(createLogger(LOG_LEVEL, { secret }));
}

/**
 * Applies the pending migrations and returns their names.
 *
 * @throws EnvironmentError, and what `migrate` throws
 */
export async function applyMigrations(environment: Environment, root: string): Promise<string[]> {
  const { url, role } = readMigrationEnvironment(environment);
  return migrate(url, path.join(root, "prisma/migrations"), { role });
}

/**
 * Sets a random password for an account, ends its sessions and returns the password; null when there
 * is no such account. Migrates the database first.
 *
 * @throws EnvironmentError
 */
export async function resetAccountPassword(
  environment: Environment,
  root: string,
  email: string,
): Promise<string | null> {
  await applyMigrations(environment, root);
  const app = await createAppContext(readEnvironment(environment), root);
  try {
    return await resetAccount(app, email);
  } finally {
    await app.close(0);
  }
}

/**
 * Turns off the second factor of an account whose owner lost it; null when there is no such account,
 * false when it was off. Migrates the database first.
 *
 * @throws EnvironmentError
 */
export async function turnOffSecondFactor(
  environment: Environment,
  root: string,
  email: string,
): Promise<boolean | null> {
  await applyMigrations(environment, root);
  const app = await createAppContext(readEnvironment(environment), root);
  try {
    return await turnOffLostFactor(app, email);
  } finally {
    await app.close(0);
  }
}

/**
 * Serves the MCP tools over stdio for the person in KARLO_USER.
 *
 * @throws EnvironmentError
 */
export function serveMcp(environment: Environment): Promise<ServedMcp> {
  return serveMcpOnStdio(readEnvironment(environment));
}

type Fetch = Parameters<typeof listen>[0]["fetch"];

/** Sets the trustworthy client address on each request, overwriting the client's own header. */
function withClientAddress(fetch: Hono["fetch"], trustedProxies: number): Fetch {
  return (request, bindings) => {
    const peer = "incoming" in bindings ? bindings.incoming.socket.remoteAddress : undefined;
    const forwarded = request.headers.get("x-forwarded-for");
    request.headers.set(CLIENT_ADDRESS_HEADER, clientAddress(peer, forwarded, trustedProxies));
    return fetch(request, bindings);
  };
}

function listenOn(fetch: Fetch, { PORT, HOST }: { PORT: number; HOST: string }) {
  return new Promise<Server>((resolve, reject) => {
    const options = { fetch, port: PORT, hostname: HOST };
    const server = listen(options, () => resolve(server)) as Server;
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.requestTimeout = REQUEST_MS;
    server.headersTimeout = HEADERS_MS;
    server.once("error", reject);
  });
}
