import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { createTestApi, type TestApi } from "#testing/test-app";
import { startPushService, vapidKey } from "./push-service";
import { type PushService, type RemindedPerson, signUpReminded } from "./reminded-person";

/** An app with a push service, for the tests of a file. */
export interface ReminderApi {
  readonly api: TestApi;
  readonly service: PushService;
  /** Signs up a person with a browser that takes pushes. */
  signUp(): Promise<RemindedPerson>;
  /** Rings everything of a person that is planned now, a second ago by the clock of the database. */
  ringNow(userId: string): Promise<void>;
}

/** Starts an app and a push service for the tests of a file, and closes them behind the last. */
export function reminderApi(): ReminderApi {
  let api: TestApi;
  let service: PushService;
  beforeAll(async () => {
    service = await startPushService();
    api = await createTestApi({ VAPID_PRIVATE_KEY: vapidKey(), PUSH_SERVICES: service.host });
  });
  afterEach(() => {
    service.control.answer = () => ({ status: 201 });
    expect(service.faults).toEqual([]);
  });
  afterAll(async () => {
    service.release();
    await api.close();
    await service.close();
  });
  return {
    get api() {
      return api;
    },
    get service() {
      return service;
    },
    signUp: () => signUpReminded(api, service),
    async ringNow(userId) {
      await api.app.db.$executeRaw`UPDATE reminder SET rings_at = now() - interval '1 second'
        WHERE user_id = ${userId}`;
      await api.app.ringer.ring();
    },
  };
}
