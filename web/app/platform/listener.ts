import { EventEmitter } from "node:events";
import pg from "pg";
import type { Logger } from "./log";
import { listenerLosses, watchListener } from "./metrics";

/** One connection a process that hears PostgreSQL's NOTIFY for all who wait in it. */
export interface Listener {
  /** Calls `handler` for each notice on `channel`; returns what ends it. */
  on(channel: string, handler: (payload: string) => void): () => void;
  close(): Promise<void>;
}

/** Payload that wakes everyone after the connection was lost: notices may have been missed. */
export const MISSED = "*";

/**
 * Listens on `channels` and reconnects by itself when the connection is lost.
 *
 * @param url the database without a transaction pool between: LISTEN needs a session
 */
export async function openListener(
  url: string,
  channels: string[],
  log: Logger,
): Promise<Listener> {
  const heard = new EventEmitter().setMaxListeners(0);
  let client: pg.Client | undefined;
  let connected = false;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on("error", () => {});
    next.on("end", () => {
      if (closed || client !== next) return;
      connected = false;
      listenerLosses.inc();
      log.warn("listener: the connection was lost; connecting again");
      retry = setTimeout(reconnect, 500);
    });
    next.on("notification", ({ channel, payload }) => heard.emit(channel, payload ?? ""));
    await next.connect();
    for (const channel of channels) await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    client = next;
    connected = true;
  }

  async function reconnect(): Promise<void> {
    try {
      await connect();
      for (const channel of channels) heard.emit(channel, MISSED);
    } catch {
      if (!closed) retry = setTimeout(reconnect, 1_000);
    }
  }

  await connect();
  const unwatch = watchListener(() => connected);
  return {
    on(channel, handler) {
      heard.on(channel, handler);
      return () => heard.off(channel, handler);
    },
    async close() {
      closed = true;
      unwatch();
      clearTimeout(retry);
      await client?.end();
    },
  };
}
