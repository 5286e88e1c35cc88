import { Hono } from "hono";
import { allSecrets } from "#app/accounts/session/auth-secrets";
import { deviceName } from "#app/accounts/session/device-name";
import { callerSessionId } from "#app/accounts/session/session.server";
import type { AppContext } from "#app/app-context";
import { AppError } from "#app/platform/errors";
import { setScopeUser } from "#app/platform/scope";
import { actOnNotification, markRead } from "#app/reminders/act/act-on-notification.server";
import { verifyAction } from "#app/reminders/act/action-token.server";
import { type BellEntry, countUnread, readBell } from "#app/reminders/bell/read-bell.server";
import {
  readReminderPreferences,
  updateReminderPreferences,
} from "#app/reminders/preferences/preferences.server";
import {
  isSubscribed,
  removeSubscription,
  saveSubscription,
} from "#app/reminders/push/subscriptions.server";
import { json, publicRoute, route } from "./operation";
import { reminderOperations } from "./reminder-operations";
import { readSaidAt } from "./said-at";

/** Routes of {@link reminderOperations}. */
export function reminderRoutes(app: AppContext): Hono {
  const { db, config } = app;
  const routes = new Hono();

  route(routes, app, reminderOperations.notifications, async ({ caller: { user }, query }) => {
    const [bell, unread] = await Promise.all([
      readBell(db, user.id, { limit: query.limit, before: query.cursor }),
      countUnread(db, user.id),
    ]);
    const notifications = bell.entries.map(toWire);
    return json({ notifications, unread, next_cursor: bell.nextCursor });
  });

  route(routes, app, reminderOperations.read, async ({ caller: { user }, body }) => {
    await markRead(db, user.id, body.id === undefined ? undefined : BigInt(body.id));
    return noContent();
  });

  publicRoute(routes, reminderOperations.act, async ({ body, request }) => {
    const grant = verifyAction(body.token, allSecrets(config));
    if (grant) setScopeUser(grant.userId);
    const saidAt = readSaidAt(body.said_at, request.headers);
    const tasks = grant && (await actOnNotification(db, grant, body.action, saidAt));
    if (tasks === null) throw new AppError("notification_gone", 410);
    return json({ tasks });
  });

  route(routes, app, reminderOperations.pushKey, async ({ caller: { user }, query }) => {
    const { endpoint } = query;
    const subscribed = endpoint !== undefined && (await isSubscribed(db, user.id, endpoint));
    return json({ public_key: app.push?.publicKey ?? null, subscribed });
  });

  route(routes, app, reminderOperations.subscribe, async ({ caller, body, request }) => {
    const session = await callerSessionId(app, request);
    const device = deviceName(request.headers.get("user-agent"));
    await saveSubscription(db, caller.user.id, body, { session, device }, config.PUSH_SERVICES);
    return noContent();
  });

  route(routes, app, reminderOperations.unsubscribe, async ({ caller: { user }, query }) => {
    await removeSubscription(db, user.id, query.endpoint);
    return noContent();
  });

  route(routes, app, reminderOperations.preferences, async ({ caller: { user } }) =>
    json(await readReminderPreferences(db, user.id)),
  );

  route(routes, app, reminderOperations.changePreferences, async ({ caller: { user }, body }) =>
    json(await updateReminderPreferences(db, user.id, body)),
  );

  return routes;
}

const noContent = () => new Response(null, { status: 204 });

const toWire = ({ tasks, ...entry }: BellEntry) => ({
  ...entry,
  tasks: tasks.map(({ number, title, dueAt, completed }) => ({
    id: number,
    title,
    due_at: dueAt,
    completed,
  })),
});
