import type { SessionUser } from "#app/accounts/session/session.server";
import type { Db } from "#app/platform/database/database";
import { hasChannel } from "#app/reminders/preferences/preferences.server";
import { countUnread, listOverdue, readBell } from "./read-bell.server";

const CURSOR = /^[1-9]\d{0,17}$/;

/**
 * Reads the page of what rang.
 *
 * @param mails whether a mail server is configured
 * @param before cursor of the URL; what is none gives the first page
 */
export async function readBellPage(
  db: Db,
  user: SessionUser,
  mails: boolean,
  before: string | null,
) {
  const cursor = CURSOR.test(before ?? "") ? (before ?? undefined) : undefined;
  const [bell, unread, overdue, reached] = await Promise.all([
    readBell(db, user.id, { before: cursor }),
    countUnread(db, user.id),
    cursor ? [] : listOverdue(db, user.id, user.timeZone),
    hasChannel(db, user.id, mails),
  ]);
  const now = new Date().toISOString();
  return { ...bell, unread, overdue, reached, timeZone: user.timeZone, now, first: !cursor };
}

/** The loader data of the page. */
export type BellPageData = Awaited<ReturnType<typeof readBellPage>>;
