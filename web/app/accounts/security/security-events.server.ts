import { deviceName } from "#app/accounts/session/device-name";
import { CLIENT_ADDRESS_HEADER } from "#app/platform/client-address";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { coarseAddress } from "./coarse-address";
import type { SecurityEventType } from "./security-event";

/** Events of one kind from one place within this time are one row with a count. */
const REPEATS_WITHIN_SECONDS: Partial<Record<SecurityEventType, number>> = {
  sign_in_failed: 3_600,
  second_factor_failed: 3_600,
  tokens_issued: 86_400,
};

/** Where a request came from, as coarsely as events keep it. */
export interface Origin {
  /** Browser and system; null for a program. */
  device: string | null;
  /** Network of the client address. */
  address: string | null;
}

/** The origin of a request. */
export function originOf(headers: Headers | undefined): Origin {
  return {
    device: deviceName(headers?.get("user-agent") ?? null),
    address: coarseAddress(headers?.get(CLIENT_ADDRESS_HEADER) ?? ""),
  };
}

/** An event to record. */
export interface SecurityEventInput extends Origin {
  userId: string;
  type: SecurityEventType;
  /** Shown to the owner; never a secret. */
  details?: Record<string, string | number | boolean>;
}

/** Records an event of an account; frequent ones from one place are counted in one row. */
export async function recordSecurityEvent(db: Db, event: SecurityEventInput): Promise<void> {
  const { userId, type, device, address, details = {} } = event;
  const seconds = REPEATS_WITHIN_SECONDS[type];
  const json = JSON.stringify(details);
  if (seconds !== undefined) {
    const repeated = await query(
      db,
      Prisma.sql`
      UPDATE security_event SET at = now(),
        details = details || jsonb_build_object('count', coalesce((details->>'count')::integer, 1) + 1)
      WHERE id = (
        SELECT id FROM security_event
        WHERE user_id = ${userId} AND type = ${type} AND at > now() - make_interval(secs => ${seconds})
          AND device IS NOT DISTINCT FROM ${device}::text
          AND address IS NOT DISTINCT FROM ${address}::text
          AND details - 'count' = ${json}::jsonb
        ORDER BY at DESC LIMIT 1)
      RETURNING id`,
    );
    if (repeated.length > 0) return;
  }
  await query(
    db,
    Prisma.sql`
    INSERT INTO security_event (user_id, type, device, address, details)
    VALUES (${userId}, ${type}, ${device}, ${address}, ${json}::jsonb)`,
  );
}

/** Whether the account was used from this device in this network before, in the last 90 days. */
export async function isKnownOrigin(
  db: Db,
  userId: string,
  { device, address }: Origin,
): Promise<boolean> {
  const type = { in: ["signed_up", "signed_in"] satisfies SecurityEventType[] };
  const found = await db.securityEvent.findFirst({
    where: { userId, type, device, address },
    select: { id: true },
  });
  return found !== null;
}
