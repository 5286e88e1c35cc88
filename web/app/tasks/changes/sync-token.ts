import { z } from "zod";

/** Days for which the numbers of deleted tasks are kept, and a token can be used. */
export const SYNC_DAYS = 90;
const DAY_MS = 86_400_000;

/** What a reader has seen: every transaction that had ended at a moment. */
export interface SyncToken {
  /** The database cluster, whose transactions have numbers of their own. */
  cluster: string;
  /** A `pg_snapshot` in the form of PostgreSQL. */
  snapshot: string;
  at: Date;
}

const schema = z.tuple([z.string().regex(/^\d{1,20}$/), z.string().max(4_000), z.int().min(0)]);

/** A token as a text that callers keep; its form is nothing that they know. */
export function writeSyncToken({ cluster, snapshot, at }: SyncToken): string {
  return Buffer.from(JSON.stringify([cluster, snapshot, at.getTime()])).toString("base64url");
}

/** Reads a token; null for a text that is none. */
export function readSyncToken(text: string): SyncToken | null {
  try {
    const json: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    const [cluster, snapshot, at] = schema.parse(json);
    return isSnapshot(snapshot) ? { cluster, snapshot, at: new Date(at) } : null;
  } catch {
    return null;
  }
}

/** Whether a token is too old for what is kept of deleted tasks. */
export const isStale = ({ at }: SyncToken, now: Date): boolean =>
  now.getTime() - at.getTime() > SYNC_DAYS * DAY_MS;

/** Whether PostgreSQL takes a text as a snapshot: `xmin:xmax:xip,…`, the last in order between the others. */
export function isSnapshot(text: string): boolean {
  const [, from = "", to = "", list = ""] = /^(\d{1,19}):(\d{1,19}):([\d,]*)$/.exec(text) ?? [];
  if (from === "" || to === "") return false;
  const [xmin, xmax] = [BigInt(from), BigInt(to)];
  if (xmin < 1n || xmin > xmax || xmax >= 1n << 63n) return false;
  let last = xmin - 1n;
  for (const one of list === "" ? [] : list.split(",")) {
    if (!/^\d{1,19}$/.test(one)) return false;
    const xid = BigInt(one);
    if (xid <= last || xid >= xmax) return false;
    last = xid;
  }
  return true;
}
