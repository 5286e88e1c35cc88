import { type SecurityMailKind, securityMail } from "#app/i18n/mails/security-mails";
import { isAppError } from "#app/platform/errors";
import { takeAttempt } from "#app/platform/limits";
import type { SecurityDeps } from "./security-deps";
import type { Origin } from "./security-events.server";

const HOUR = 3_600;

/**
 * Tells a person by mail what changed in the account. Without a mail server, or after too many in an
 * hour, no mail is sent.
 *
 * @param to another address than the account's: the one before a change
 */
export async function sendSecurityMail(
  { db, config, mailer }: Pick<SecurityDeps, "db" | "config" | "mailer">,
  userId: string,
  kind: SecurityMailKind,
  origin: Origin,
  to?: string,
): Promise<void> {
  if (!mailer) return;
  const user = await db.user.findUnique({ where: { id: userId } });
  if (!user) return;
  if (kind === "newDevice") {
    const limit = { key: `device-mail:${userId}`, max: config.MAILS_PER_HOUR, seconds: HOUR };
    try {
      await takeAttempt(db, [limit]);
    } catch (error) {
      if (isAppError(error)) return;
      throw error;
    }
  }
  const language = user.locale === "ur" ? "ur" : "en";
  const url = `${config.PUBLIC_URL}/profile/security`;
  const at = { date: new Date(), timeZone: user.timeZone };
  mailer.send({ to: to ?? user.email, ...securityMail(kind, language, { url, at, ...origin }) });
}
