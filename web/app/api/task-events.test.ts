import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#app/platform/testing/test-app";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

/** Reads a stream until it has said `count` times that something changed, or `ms` passed. */
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
  it("says within a second that a task changed, and only to whose it is", async () => {
    const [person, other] = [await api.signUp(), await api.signUp()];
    const [mine, theirs] = [await listen(person), await listen(other)];
    const heard = changes(mine, 1, 1_000);
    const overheard = changes(theirs, 1, 700);
    await person.call("POST", "/api/v1/tasks", { title: "buy milk" });
    expect(await heard).toBe(1);
    expect(await overheard).toBe(0);
  });

  it("takes the session cookie, and the address that names the person", async () => {
    const person = await api.signUp();
    const stream = await api.fetch(`/api/${person.id}/tasks/events`, {
      headers: { cookie: person.cookie },
    });
    const heard = changes(stream, 1, 1_000);
    await person.call("POST", "/api/v1/tasks", { title: "buy milk" });
    expect(await heard).toBe(1);
  });

  it("tells what changed since the list was read, and is silent when nothing did", async () => {
    const person = await api.signUp();
    // The notice of this change must have passed before silence means anything.
    const noticed = changes(await listen(person), 1, 5_000);
    await person.call("POST", "/api/v1/tasks", { title: "buy milk" });
    await noticed;
    const before = new Date(Date.now() - 60_000).toISOString();
    expect(await changes(await listen(person, `?since=${before}`), 1, 1_000)).toBe(1);
    // Another person: the first one's notice may still be on its way.
    const quiet = await api.signUp();
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(await changes(await listen(quiet, `?since=${later}`), 1, 300)).toBe(0);
  });

  it("asks who it is", async () => {
    const person = await api.signUp();
    const other = await api.signUp();
    expect((await api.fetch("/api/v1/tasks/events")).status).toBe(401);
    expect((await person.call("GET", `/api/${other.id}/tasks/events`)).status).toBe(404);
  });
});
