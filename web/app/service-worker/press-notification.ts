import { SYNC_TAG } from "#app/offline/outbox/flush";
import type { PushMessage } from "#app/reminders/deliver/message";
import { keepPress, sendPress, sendPresses } from "./kept-presses";
import { show } from "./show-push";

type Worker = Pick<ServiceWorkerGlobalScope, "registration" | "clients">;
type Shown = Pick<Notification, "data" | "close">;

/** Carries out a press on a notification: on a button of it, or on itself, which opens the app. */
export async function pressNotification(
  worker: Worker,
  notification: Shown,
  action: string,
): Promise<void> {
  const message = notification.data as PushMessage;
  notification.close();
  if (action === "") return open(worker, message.url);
  if (action === "ask") {
    // Browsers show two buttons, some three. A press beside them opens the app, where all are.
    const { ask, choices } = message;
    return show(worker, message, { title: ask, body: message.title, actions: choices });
  }
  const { token, tag, failed, kept, actions } = message;
  const press = { token, action, tag, saidAt: new Date().toISOString() };
  const pressed = await sendPress(press);
  if (pressed === "done") return;
  if (pressed === "refused") return show(worker, message, { body: failed, actions });
  await keepPress(press);
  await askForSync(worker);
  // It can still be pressed otherwise: the last press counts.
  return show(worker, message, { body: kept ?? failed, actions, silent: true });
}

/** Sends what was pressed without a connection, and takes away what says that it waits. */
export const sendKeptPresses = ({ registration }: Pick<Worker, "registration">): Promise<boolean> =>
  sendPresses(async ({ tag }) => {
    for (const shown of await registration.getNotifications({ tag })) shown.close();
  });

/** Asks the browser to wake this worker when there is a network; else the next page does. */
async function askForSync({ registration }: Pick<Worker, "registration">): Promise<void> {
  const { sync } = registration as { sync?: { register(tag: string): Promise<void> } };
  await sync?.register(SYNC_TAG).catch(() => {});
}

/** Opens a page of the app, in its window where there is one. */
async function open({ clients }: Worker, path: string): Promise<void> {
  const url = new URL(path, location.origin).href;
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const window of windows) {
    // A window that this worker does not control cannot be led elsewhere.
    const led = await window.navigate(url).catch(() => null);
    if (led) {
      await led.focus();
      return;
    }
  }
  await clients.openWindow(url);
}
