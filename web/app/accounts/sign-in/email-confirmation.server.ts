import { createHash, randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Mailer } from "#app/accounts/session/mailer.server";
import { isUniqueViolation } from "#app/accounts/session/unique-violation.server";
import { mailText } from "#app/i18n/mails/mails";
import type { Db } from "#app/platform/database/database";
import type { Config } from "#app/platform/environment";
import { AppError } from "#app/platform/errors";
import { isSameText } from "#app/platform/same-text";

const DAY_MS = 86_400_000;
const storedLink = z.object({ hash: z.string(), email: z.string() });

interface Person {
  id: string;
  locale?: string | null;
}

/**
 * Sends a confirmation link to `email`, the person's current address or a new one. It replaces an
 * earlier link and expires after a day.
 */
export async function sendConfirmation(
  { db, config, mailer }: { db: Db; config: Config; mailer: Mailer },
  person: Person,
  email: string,
): Promise<void> {
  const token = `${person.id}.${randomBytes(24).toString("base64url")}`;
  const identifier = `confirm:${person.id}`;
  // Only a hash is stored, so that read access to the table does not give a valid link.
  const value = JSON.stringify({ hash: digest(token), email } satisfies z.infer<typeof storedLink>);
  const expiresAt = new Date(Date.now() + DAY_MS);
  await db.verification.deleteMany({ where: { identifier } });
  await db.verification.create({ data: { id: randomUUID(), identifier, value, expiresAt } });
  const url = `${config.PUBLIC_URL}/verify-email?token=${token}`;
  const language = person.locale === "ur" ? "ur" : "en";
  mailer.send({ to: email, ...mailText("confirm", language, { url }) });
}

/**
 * Uses a confirmation link: its address becomes the person's, and verified.
 *
 * @returns the person, and the earlier address if it was another
 * @throws AppError `link_expired` (410), `email_taken` (422)
 */
export async function confirmEmail(
  db: Db,
  token: string,
): Promise<{ userId: string; before: string | null }> {
  const userId = token.split(".")[0] ?? "";
  const row = await db.verification.findFirst({
    where: { identifier: `confirm:${userId}`, expiresAt: { gt: new Date() } },
  });
  const found = row && storedLink.parse(JSON.parse(row.value));
  if (!row || !found || !isSameText(found.hash, digest(token)))
    throw new AppError("link_expired", 410);
  // Of two concurrent requests, the one that deletes the row wins.
  const { count } = await db.verification.deleteMany({ where: { id: row.id } });
  if (count === 0) throw new AppError("link_expired", 410);
  const { email: before } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  try {
    await db.user.update({
      where: { id: userId },
      data: { email: found.email, emailVerified: true },
    });
    return { userId, before: before === found.email ? null : before };
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("email_taken", 422, { field: "email" });
    throw error;
  }
}

const digest = (token: string): string => createHash("sha256").update(token).digest("base64url");
