import {
  readPreferences,
  requestDisplayLocale,
} from "#app/accounts/preferences/device-preferences.server";
import type { Accounts } from "#app/accounts/session/auth.server";
import { getUser } from "#app/accounts/session/session.server";
import { KEEPING_HEADER } from "#app/offline/pages/headers";
import { countUnread } from "#app/reminders/bell/read-bell.server";
import { countPlaces } from "#app/tasks/places/count-places.server";
import { clearNoticeCookie, readNotice } from "#app/ui/feedback/notice.server";

/** What every page is rendered with, from the account if somebody is signed in, else this device. */
export type RootData = Awaited<ReturnType<typeof readRootData>>["rootData"];

/**
 * Reads the data of the root route.
 *
 * @returns the data, and the headers that remove the notice it consumed
 */
export async function readRootData(accounts: Accounts, request: Request) {
  const user = await getUser(accounts, request);
  // What is kept on the device is shown later; the notice is for the page that comes now.
  const kept = request.headers.has(KEEPING_HEADER);
  const [locale, device, notice, unread, places] = await Promise.all([
    requestDisplayLocale(request, user),
    readPreferences(request),
    kept ? null : readNotice(request),
    user ? countUnread(accounts.db, user.id) : 0,
    user ? countPlaces(accounts.db, user) : null,
  ]);
  const headers = new Headers();
  if (notice) headers.append("Set-Cookie", await clearNoticeCookie());
  return {
    rootData: {
      ...locale,
      theme: user?.theme ?? device.theme ?? "system",
      user: user && {
        id: user.id,
        name: user.name,
        email: user.email,
        timeZone: user.timeZone,
        timeZoneChosen: user.timeZoneChosen,
        preferences: user.preferences,
      },
      unread,
      /** What the navigation shows; null for nobody. */
      places,
      foldsSide: device.foldsSide ?? false,
      notice,
      keepsNothing: device.keepsNothing ?? false,
    },
    headers,
  };
}
