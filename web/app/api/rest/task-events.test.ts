import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

/** Counts `tasks.changed` events until there are `count`, or `ms` have passed. */
async function changes(response: Response, count: number, ms: number): Promise<number> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  const timer = setTimeout(() => void reader?.cancel(), ms);
  const said = () => text.split("event: tasks.changed").length - 1;
  while (reader && said() < count) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  clearTimeout(timer);
  await reader?.cancel();
  return said();
}

async function listen(person: TestPerson, query = ""): Promise<Response> {
  const response = await person.call("GET", `/api/v1/tasks/events${query}`);
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  return response;
}

describe("GET /tasks/events", () => {
  it("reports a change, to the owner only", async () => {
    const [person, other] = [await api.signUp(), await api.signUp()];
    const [mine, theirs] = [await listen(person), await listen(other)];
    const received = changes(mine, 1, 30_000);
    const receivedByOther = changes(theirs, 1, 700);
    await person.call("POST", "/api/v1/tasks", { title: "buy milk" });
    expect(await received).toBe(1);
    expect(await receivedByOther).toBe(0);
  });

  it("accepts the session cookie and the path with the user id", async () => {
    const person = await api.signUp();
    const stream = await api.fetch(`/api/${person.id}/tasks/events`, {
      headers: { cookie: person.cookie },
    });
    const received = changes(stream, 1, 30_000);
    await person.call("POST", "/api/v1/tasks", { title: "buy milk" });
    expect(await received).toBe(1);
  });

  it("reports changes since the last read immediately, and nothing otherwise", async () => {
    const person = await api.signUp();
    // The notification of this change must not arrive during the checks below.
    const noticed = changes(await listen(person), 1, 30_000);
    await person.call("POST", "/api/v1/tasks", { title: "buy milk" });
    await noticed;
    const before = new Date(Date.now() - 60_000).toISOString();
    expect(await changes(await listen(person, `?since=${before}`), 1, 30_000)).toBe(1);
    // Another user: notifications of the first may still arrive.
    const quiet = await api.signUp();
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(await changes(await listen(quiet, `?since=${later}`), 1, 300)).toBe(0);
  });

  it("requires authentication as the user of the path", async () => {
    const person = await api.signUp();
    const other = await api.signUp();
    expect((await api.fetch("/api/v1/tasks/events")).status).toBe(401);
    expect((await person.call("GET", `/api/${other.id}/tasks/events`)).status).toBe(404);
  });
});
