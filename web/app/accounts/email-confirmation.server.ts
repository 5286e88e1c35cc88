import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { mailText } from "#app/i18n/mails";
import type { Db } from "#app/platform/database";
import type { Config } from "#app/platform/environment";
import { AppError } from "#app/platform/errors";
import { isTaken } from "./is-taken.server";
import type { Mailer } from "./mailer.server";

const DAY_MS = 86_400_000;
const kept = z.object({ hash: z.string(), email: z.string() });

interface Person {
  id: string;
  name: string;
  locale?: string | null;
}

/**
 * Sends a link that proves that `email` is the person's: the address they have, or the one they
 * want instead. An earlier link stops working.
 */
export async function sendConfirmation(
  { db, config, mailer }: { db: Db; config: Config; mailer: Mailer },
  person: Person,
  email: string,
): Promise<void> {
  const token = `${person.id}.${randomBytes(24).toString("base64url")}`;
  const identifier = `confirm:${person.id}`;
  // The token itself is not kept: who reads the table cannot use it.
  const value = JSON.stringify({ hash: digest(token), email } satisfies z.infer<typeof kept>);
  const expiresAt = new Date(Date.now() + DAY_MS);
  await db.verification.deleteMany({ where: { identifier } });
  await db.verification.create({ data: { id: randomUUID(), identifier, value, expiresAt } });
  const url = `${config.PUBLIC_URL}/verify-email?token=${token}`;
  const language = person.locale === "ur" ? "ur" : "en";
  mailer.send({ to: email, ...mailText("confirm", language, { name: person.name, url }) });
}

/**
 * Uses a link that was sent: the address is the person's from now on, and proven.
 *
 * @throws AppError `link_expired` (410), `email_taken` (422)
 */
export async function confirmEmail(db: Db, token: string): Promise<void> {
  const userId = token.split(".")[0] ?? "";
  const row = await db.verification.findFirst({
    where: { identifier: `confirm:${userId}`, expiresAt: { gt: new Date() } },
  });
  const found = row && kept.parse(JSON.parse(row.value));
  if (!row || !found || !same(found.hash, digest(token))) throw new AppError("link_expired", 410);
  // Deleting decides which of two at once has it.
  const { count } = await db.verification.deleteMany({ where: { id: row.id } });
  if (count === 0) throw new AppError("link_expired", 410);
  try {
    await db.user.update({
      where: { id: userId },
      data: { email: found.email, emailVerified: true },
    });
  } catch (error) {
    if (isTaken(error)) throw new AppError("email_taken", 422, { field: "email" });
    throw error;
  }
}

const digest = (token: string): string => createHash("sha256").update(token).digest("base64url");

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
