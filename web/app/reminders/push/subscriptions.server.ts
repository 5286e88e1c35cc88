import { z } from "zod";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { described } from "#app/platform/documented";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { pushServiceUrl } from "./push-services";

/** Most browsers of a person that take pushes; a further one replaces the oldest. */
const BROWSERS_MAX = 20;

const base64url = (bytes: number) => {
  const expected = `${bytes} bytes in base64url`;
  return described(z.string(expected).max(200, expected), {
    pattern: `^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}$`,
  })
    .transform((text) => text.replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_"))
    .refine(
      (text) => /^[\w-]+$/.test(text) && Buffer.from(text, "base64url").length === bytes,
      expected,
    );
};

/** A subscription as the browser's `PushSubscription.toJSON()` gives it. */
export const subscriptionInput = z
  .object({
    endpoint: z.string("the URL of a push service").max(2_000, "the URL of a push service"),
    keys: z.object({ p256dh: base64url(65), auth: base64url(16) }),
  })
  .meta({ id: "PushSubscription" });

/**
 * Keeps the subscription of a browser. One that another person made in this browser before moves to
 * this person: the same keys show that it is the same browser, which the address alone does not.
 *
 * @param session the session of the browser; the subscription ends with it
 * @param hosts of PUSH_SERVICES
 * @throws AppError `invalid_input` (422) for an endpoint that is no known push service, or that of a
 *   browser with other keys
 */
export async function saveSubscription(
  db: Db,
  userId: string,
  { endpoint, keys }: z.output<typeof subscriptionInput>,
  { session, device }: { session: string | null; device: string | null },
  hosts: string[],
): Promise<void> {
  if (!pushServiceUrl(endpoint, hosts)) throw invalidEndpoint(endpoint);
  const saved = await query(
    db,
    Prisma.sql`
    WITH surplus AS (
      DELETE FROM push_subscription WHERE id IN (
        SELECT id FROM push_subscription WHERE user_id = ${userId} AND endpoint <> ${endpoint}
        ORDER BY created_at DESC OFFSET ${BROWSERS_MAX - 1}::integer)
    )
    INSERT INTO push_subscription (user_id, session_id, endpoint, p256dh, auth, device)
    VALUES (${userId}, ${session}, ${endpoint}, ${keys.p256dh}, ${keys.auth}, ${device})
    ON CONFLICT (endpoint) DO UPDATE SET user_id = excluded.user_id, session_id = excluded.session_id,
      p256dh = excluded.p256dh, auth = excluded.auth, device = excluded.device
    WHERE push_subscription.user_id = excluded.user_id
      OR (push_subscription.p256dh = excluded.p256dh AND push_subscription.auth = excluded.auth)
    RETURNING id`,
  );
  if (saved.length === 0) throw invalidEndpoint(endpoint);
}

function invalidEndpoint(endpoint: string): AppError {
  const values = { expected: "the URL of a push service", received: endpoint.slice(0, 100) };
  return new AppError("invalid_input", 422, { field: "endpoint", values });
}

/** Deletes a subscription of a person; does nothing for one that is not theirs. */
export async function removeSubscription(db: Db, userId: string, endpoint: string): Promise<void> {
  await db.pushSubscription.deleteMany({ where: { userId, endpoint } });
}

/** Whether pushes of a person go to a browser. */
export async function isSubscribed(db: Db, userId: string, endpoint: string): Promise<boolean> {
  return (await db.pushSubscription.count({ where: { userId, endpoint } })) > 0;
}

/** A browser of a person that takes pushes. */
export interface PushDevice {
  id: string;
  device: string | null;
  createdAt: string;
}

/** The browsers of a person that take pushes, newest first. */
export async function listDevices(db: Db, userId: string): Promise<PushDevice[]> {
  const rows = await db.pushSubscription.findMany({
    where: { userId },
    orderBy: { createdAt: "desc" },
    select: { id: true, device: true, createdAt: true },
  });
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** Deletes one of a person's browsers by its id. */
export async function removeDevice(db: Db, userId: string, id: string): Promise<void> {
  await db.pushSubscription.deleteMany({ where: { userId, id } });
}
