type Worker = Pick<ServiceWorkerGlobalScope, "registration">;

/** Subscribes with the key of before when the browser has ended a subscription by itself. */
export async function subscribeAgain(
  { registration }: Worker,
  event: Pick<PushSubscriptionChangeEvent, "oldSubscription" | "newSubscription">,
): Promise<void> {
  const { applicationServerKey } = event.oldSubscription?.options ?? {};
  const subscription =
    event.newSubscription ??
    (applicationServerKey &&
      (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })));
  if (!subscription) return;
  await fetch("/api/v1/push/subscriptions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(subscription),
  });
}
