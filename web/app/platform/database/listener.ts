import { EventEmitter } from "node:events";
import pg from "pg";
import type { Logger } from "#app/platform/log";
import { listenerLosses, watchListener } from "#app/platform/metrics";

/** Shares one connection per process that receives PostgreSQL's NOTIFY. */
export interface Listener {
  /** False while the connection is lost and made again. */
  readonly connected: boolean;
  /** Calls `handler` with the payload of each notification; returns an unsubscribe function. */
  on(channel: string, handler: (payload: string) => void): () => void;
  close(): Promise<void>;
}

/** Payload sent to every subscriber after a reconnect: notifications may have been missed. */
export const MISSED_PAYLOAD = "*";

/**
 * Listens on `channels`, and reconnects when the connection is lost.
 *
 * @param url the database without a transaction pooler in between: LISTEN needs a session
 * @throws what the driver throws when the first connection fails
 */
export async function openListener(
  url: string,
  channels: string[],
  log: Logger,
): Promise<Listener> {
  const subscribers = new EventEmitter().setMaxListeners(0);
  let client: pg.Client | undefined;
  let connected = false;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    // A lost connection also emits "end", which reconnects.
    next.on("error", (error) => log.debug({ err: error }, "listener: connection error"));
    next.on("end", () => {
      if (closed || client !== next) return;
      connected = false;
      listenerLosses.inc();
      log.warn("listener: the connection was lost; connecting again");
      retry = setTimeout(reconnect, 500);
    });
    next.on("notification", ({ channel, payload }) => subscribers.emit(channel, payload ?? ""));
    await next.connect();
    for (const channel of channels) await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    client = next;
    connected = true;
  }

  async function reconnect(): Promise<void> {
    try {
      await connect();
      for (const channel of channels) subscribers.emit(channel, MISSED_PAYLOAD);
    } catch (error) {
      log.debug({ err: error }, "listener: reconnecting failed");
      if (!closed) retry = setTimeout(reconnect, 1_000);
    }
  }

  await connect();
  const stopWatching = watchListener(() => connected);
  return {
    get connected() {
      return connected;
    },
    on(channel, handler) {
      subscribers.on(channel, handler);
      return () => subscribers.off(channel, handler);
    },
    async close() {
      closed = true;
      stopWatching();
      clearTimeout(retry);
      await client?.end();
    },
  };
}
