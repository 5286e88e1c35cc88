// Open streams end when the session or account behind them does, whatever they stream.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendMessage } from "#app/conversations/testing/chat-reader";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const WITHIN_MS = 45_000;

/** Resolves when a stream has ended, with how long it was open. */
async function endOf(response: Response): Promise<number> {
  expect(response.status).toBe(200);
  const start = Date.now();
  const reader = response.body?.getReader();
  while (reader && !(await reader.read()).done);
  return Date.now() - start;
}

const credentialsOf = ({ cookie, token }: TestPerson): Record<string, string>[] => [
  { cookie },
  { authorization: `Bearer ${token}` },
];

/** Every kind of stream that stays open, with both kinds of credentials. */
async function openStreams(person: TestPerson): Promise<Promise<number>[]> {
  await person.call("POST", "/api/v1/tasks", { title: "buy milk" });
  const { run_id, status } = await sendMessage(person, "delete task 1");
  expect(status).toBe("awaiting_approval");
  const responses = await Promise.all(
    credentialsOf(person).flatMap((headers) => [
      api.fetch("/api/v1/tasks/events", { headers }),
      api.fetch(`/api/${person.id}/tasks/events`, { headers }),
      api.fetch(`/api/v1/runs/${run_id}/events`, { headers }),
    ]),
  );
  return responses.map(endOf);
}

describe("open streams", () => {
  it("end within a minute of sign-out, revocation and deletion, and no others do", async () => {
    const [out, revoked, deleted, stays] = [
      await api.signUp(),
      await api.signUp(),
      await api.signUp(),
      await api.signUp(),
    ];
    const ended = await Promise.all([out, revoked, deleted].map(openStreams));
    let others = 0;
    const open = await openStreams(stays);
    for (const end of open) {
      void end.then(() => {
        others += 1;
      });
    }

    const signOut = {
      method: "POST",
      headers: { cookie: out.cookie, origin: "http://localhost:3000" },
    };
    expect((await api.fetch("/api/auth/sign-out", signOut)).status).toBe(200);
    await api.app.db.session.deleteMany({ where: { userId: revoked.id } });
    await api.app.db.user.delete({ where: { id: deleted.id } });
    const times = await Promise.all(ended.flat());
    expect(Math.max(...times)).toBeLessThan(WITHIN_MS);
    expect(others).toBe(0);
    await api.app.db.session.deleteMany({ where: { userId: stays.id } });
    await Promise.all(open);
  });
});
