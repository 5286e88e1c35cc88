import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { SENT_HEADER } from "#app/offline/pages/headers";

/** A button of a notification that was pressed without a connection. */
export interface Press {
  /** Allows it; one notification has one, and its last press counts. */
  token: string;
  action: string;
  /** When it was pressed, RFC 3339. */
  saidAt: string;
  /** The tag of the notification. */
  tag: string;
}

interface Schema extends DBSchema {
  presses: { key: string; value: Press };
}

/** Whether a press was carried out, will never be, or is to be tried again. */
export type Pressed = "done" | "refused" | "unsent";

const open = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>("karlo-presses", 1, {
    upgrade: (db) => void db.createObjectStore("presses", { keyPath: "token" }),
  });

async function withPresses<Result>(
  work: (db: IDBPDatabase<Schema>) => Promise<Result>,
): Promise<Result> {
  const db = await open();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** Keeps a press until there is a connection. */
export const keepPress = (press: Press): Promise<unknown> =>
  withPresses((db) => db.put("presses", press));

/**
 * Sends what was pressed without a connection.
 *
 * @param onSent is called for what waits no longer
 * @returns whether all of it is sent
 */
export async function sendPresses(onSent: (press: Press) => Promise<void>): Promise<boolean> {
  const waiting = await withPresses((db) => db.getAll("presses"));
  for (const press of waiting) {
    if ((await sendPress(press)) === "unsent") return false;
    await withPresses((db) => db.delete("presses", press.token));
    await onSent(press);
  }
  return true;
}

/**
 * Carries out a button, with the token that came with the notification: it works when nobody is
 * signed in any more. A notification that is too old has nothing to be tried again for.
 */
export async function sendPress({ token, action, saidAt }: Press): Promise<Pressed> {
  try {
    const response = await fetch("/api/v1/notifications/act", {
      method: "POST",
      headers: { "content-type": "application/json", [SENT_HEADER]: new Date().toISOString() },
      body: JSON.stringify({ token, action, said_at: saidAt }),
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const { status, headers } = response;
    // What is no JSON is a proxy's answer, or that of a hotel's Wi-Fi.
    if (status >= 500 || status === 429 || !/json/.test(headers.get("content-type") ?? ""))
      return "unsent";
    return response.ok || status === 410 ? "done" : "refused";
  } catch {
    return "unsent";
  }
}

/** How long a press may take. */
const TIMEOUT_MS = 10_000;
