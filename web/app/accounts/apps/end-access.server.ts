import { originOf, recordSecurityEvent } from "#app/accounts/security/security-events.server";
import type { Db } from "#app/platform/database/database";
import type { PrismaClient } from "#app/platform/generated/client";

/** Cuts off an app of a person at once: its tokens end, and it has to ask again. */
export async function disconnectApp(
  db: PrismaClient,
  userId: string,
  clientId: string,
  headers: Headers,
): Promise<void> {
  const client = await db.oauthClient.findUnique({ where: { clientId }, select: { name: true } });
  const where = { userId, clientId };
  const [{ count }] = await db.$transaction([
    db.oauthConsent.deleteMany({ where }),
    db.oauthAccessToken.deleteMany({ where }),
    db.oauthRefreshToken.deleteMany({ where }),
  ]);
  if (count === 0) return;
  const details = { app: client?.name ?? "" };
  const origin = originOf(headers);
  await recordSecurityEvent(db, { userId, type: "app_disconnected", ...origin, details });
}

/**
 * Ends everything that a person gave to apps, programs and calendars: whoever had the account before its
 * password was changed may have been the one who gave it, or have seen the address of a feed.
 */
export async function endAllAccess(db: Db, userId: string): Promise<void> {
  const where = { userId };
  await db.oauthConsent.deleteMany({ where });
  await db.oauthAccessToken.deleteMany({ where });
  await db.oauthRefreshToken.deleteMany({ where });
  await db.personalToken.deleteMany({ where });
  await db.calendarFeed.deleteMany({ where });
}
