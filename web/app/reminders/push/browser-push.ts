/** Whether this browser takes pushes. */
export const isSupported = (): boolean =>
  "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** Whether it would, as an app on the home screen of an iPhone or iPad. */
export function needsHomeScreen(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  const isApple =
    /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  return isApple && !matchMedia("(display-mode: standalone)").matches;
}

const SUBSCRIPTIONS = "/api/v1/push/subscriptions";

async function current(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration("/");
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** What the server says of this browser's subscription; null when it has none. */
async function ask(): Promise<{ public_key: string | null; subscribed: boolean } | null> {
  const subscription = await current();
  if (!subscription) return null;
  const endpoint = encodeURIComponent(subscription.endpoint);
  const response = await fetch(`/api/v1/push?endpoint=${endpoint}`);
  if (!response.ok) throw new Error(`GET ${response.status}`);
  return response.json();
}

/** Whether this browser takes pushes for the signed-in person. */
export const isOn = async (): Promise<boolean> => (await ask())?.subscribed ?? false;

const KEPT = "karlo-push-kept";

/**
 * Keeps the subscription of this browser as it has to be, once for each of its windows: with the key
 * that the server has now, and in the session that there is now. One of another person stays as it is.
 */
export async function keepSubscription(): Promise<void> {
  if (!isSupported() || Notification.permission !== "granted" || sessionStorage[KEPT]) return;
  sessionStorage[KEPT] = "true";
  const known = await ask();
  if (known?.subscribed && known.public_key) await subscribe(known.public_key);
}

/**
 * Subscribes this browser for the signed-in person, after asking for the permission.
 *
 * @param publicKey the key of the server, in base64url
 * @returns false when the person refuses
 * @throws when the browser or the server cannot
 */
export async function subscribe(publicKey: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== "granted") return false;
  await navigator.serviceWorker.register("/service-worker.js");
  const registration = await navigator.serviceWorker.ready;
  const before = await registration.pushManager.getSubscription();
  // The server may have another key than the one that this browser subscribed with.
  if (before && keyOf(before) !== publicKey) await before.unsubscribe();
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  await send("POST", SUBSCRIPTIONS, subscription);
  return true;
}

/** Ends the subscription of this browser, here and on the server. */
export async function unsubscribe(): Promise<true> {
  const subscription = await current();
  if (subscription) {
    await send("DELETE", `${SUBSCRIPTIONS}?endpoint=${encodeURIComponent(subscription.endpoint)}`);
    await subscription.unsubscribe();
  }
  return true;
}

function keyOf({ options }: PushSubscription): string | null {
  const bytes = options.applicationServerKey;
  if (!bytes) return null;
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

async function send(method: string, address: string, body?: unknown): Promise<void> {
  const response = await fetch(address, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${response.status}`);
}
