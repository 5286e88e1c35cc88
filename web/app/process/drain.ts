import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { AppContext } from "#app/app-context";

/**
 * Time for the requests and runs in progress. Together with the linger before and
 * {@link FORCE_CLOSE_MS} after it, shorter than a pod's termination grace period.
 */
const GRACE_MS = 30_000;

/** Connections that are still open are destroyed this long after the grace time. */
const FORCE_CLOSE_MS = 2_000;

/**
 * Stops a server without failing a request: responses are sent with `Connection: close`, and the
 * server stops listening after the linger.
 *
 * @param lingerMs how long new connections are accepted: proxies stop routing with a delay
 */
export async function drain(server: Server, app: AppContext, lingerMs: number): Promise<void> {
  const disableKeepAlive = (_: IncomingMessage, response: ServerResponse) => {
    response.shouldKeepAlive = false;
  };
  server.prependListener("request", disableKeepAlive);
  const closed = (async () => {
    await pause(lingerMs);
    await new Promise<void>((resolve) => server.close(() => resolve()));
  })();
  const timeout = pause(lingerMs + GRACE_MS + FORCE_CLOSE_MS, undefined, { ref: false });
  await app.close(GRACE_MS, Promise.race([closed, timeout]));
  server.closeAllConnections();
  await closed;
}
