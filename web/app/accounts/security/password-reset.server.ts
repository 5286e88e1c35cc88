import { endAllAccess } from "#app/accounts/apps/end-access.server";
import { endStalePushes } from "#app/accounts/session/end-stale-pushes.server";
import type { SecurityDeps } from "./security-deps";
import { originOf, recordSecurityEvent } from "./security-events.server";
import { sendSecurityMail } from "./security-mails.server";

/** Records that a password was set by a link, and tells its owner. */
export async function afterPasswordReset(
  deps: SecurityDeps,
  userId: string,
  headers: Headers | undefined,
): Promise<void> {
  const origin = originOf(headers);
  await endStalePushes(deps.db, userId);
  await endAllAccess(deps.db, userId);
  await recordSecurityEvent(deps.db, { userId, type: "password_reset", ...origin });
  await sendSecurityMail(deps, userId, "password", origin);
}
