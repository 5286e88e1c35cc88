import type { PushMessage } from "#app/reminders/deliver/message";
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
  if (!(await act(message.token, action))) {
    const { failed, actions } = message;
    return show(worker, message, { body: failed, actions });
  }
}

/**
 * Carries out a button, with the token that came with the notification: it works when nobody is
 * signed in any more. A notification that is too old has nothing to be tried again for.
 */
async function act(token: string, action: string): Promise<boolean> {
  try {
    const response = await fetch("/api/v1/notifications/act", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token, action }),
      credentials: "omit",
    });
    return response.ok || response.status === 410;
  } catch {
    return false;
  }
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
