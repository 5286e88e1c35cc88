import type { TestApi, TestPerson } from "#testing/test-app";
import type { startPushService, TestBrowser } from "./push-service";

/** The service of {@link startPushService}. */
export type PushService = Awaited<ReturnType<typeof startPushService>>;

/** A person with a browser that takes pushes. */
export interface RemindedPerson extends TestPerson {
  browser: TestBrowser;
}

/** Signs up a person and subscribes a browser of theirs. */
export async function signUpReminded(api: TestApi, service: PushService): Promise<RemindedPerson> {
  const person = await api.signUp();
  const browser = service.subscribe();
  await subscribe(person, browser);
  return { ...person, browser };
}

/** Subscribes a browser of a person; throws when it is refused. */
export async function subscribe(person: TestPerson, browser: TestBrowser): Promise<void> {
  const response = await person.call("POST", "/api/v1/push/subscriptions", browser.subscription);
  if (response.status !== 204) throw new Error(await response.text());
}

/** Creates a task that rings some milliseconds from now; returns its number. */
export async function addRinging(
  person: TestPerson,
  title: string,
  inMs: number,
  more: object = {},
): Promise<number> {
  const at = new Date(Date.now() + inMs).toISOString();
  const body = { title, due_at: at, ...more };
  const response = await person.call("POST", "/api/v1/tasks", body);
  if (response.status !== 201) throw new Error(await response.text());
  return ((await response.json()) as { id: number }).id;
}
