/** Runs in a page before its scripts: its push manager gives and keeps this subscription. */
export function fakeSubscription(subscription: object): void {
  let subscribed = false;
  const fake = {
    ...subscription,
    options: {},
    toJSON: () => subscription,
    unsubscribe: async () => {
      subscribed = false;
      return true;
    },
  };
  PushManager.prototype.subscribe = async () => {
    subscribed = true;
    return fake as unknown as PushSubscription;
  };
  PushManager.prototype.getSubscription = async () =>
    (subscribed ? fake : null) as PushSubscription | null;
}
