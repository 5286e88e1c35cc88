/**
 * Deletes what this browser keeps of Karlo beside cookies: pages and data, what waits to be sent,
 * drafts, the service worker and with it the push subscription. Browsers that know `Clear-Site-Data`
 * have done so when the person signed out.
 */
export async function forgetDevice(): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  for (const registration of registrations) {
    const subscription = await registration.pushManager?.getSubscription().catch(() => null);
    await subscription?.unsubscribe().catch(() => {});
    await registration.unregister();
  }
  if ("caches" in window) for (const name of await caches.keys()) await caches.delete(name);
  for (const { name } of (await indexedDB.databases?.()) ?? [])
    if (name) indexedDB.deleteDatabase(name);
  localStorage.clear();
  sessionStorage.clear();
}
