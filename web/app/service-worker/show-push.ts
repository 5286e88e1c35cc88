import type { PushMessage } from "#app/reminders/deliver/message";

type Worker = Pick<ServiceWorkerGlobalScope, "registration">;

/** `NotificationOptions` with the members that a service worker has, which TypeScript does not know. */
export interface ShownOptions extends NotificationOptions {
  actions?: { action: string; title: string }[];
  renotify?: boolean;
  timestamp?: number;
}

/** Shows a push as a notification. */
export async function showPush(
  worker: Worker,
  data: Pick<PushMessageData, "json"> | null,
): Promise<void> {
  const message = data?.json() as PushMessage | undefined;
  if (!message) return;
  const { tag, actions, again } = message;
  // Sent twice because nobody knew whether it had arrived: what is still shown is replaced in silence.
  const shown = again && (await worker.registration.getNotifications({ tag })).length > 0;
  await show(worker, message, { actions, silent: shown });
}

/** Shows the notification of a message, in place of what is shown of it. */
export function show(
  { registration }: Worker,
  message: PushMessage,
  options: Partial<ShownOptions> & { title?: string } = {},
): Promise<void> {
  const { title = message.title, ...more } = options;
  const { body, tag, lang, dir, time } = message;
  const all: ShownOptions = {
    ...{ body, tag, lang, dir },
    icon: "/icon.svg",
    badge: "/icon.svg",
    timestamp: time,
    data: message,
    ...more,
  };
  return registration.showNotification(title, all);
}
