import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp();
});
afterAll(() => api.close());

const HOUR_MS = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

/** Says that a task is to be done tomorrow; returns how many days from today that is. */
async function tomorrow(headers: Record<string, string>): Promise<number> {
  const body = { message: "add call Ali tomorrow", time_zone: "Asia/Karachi" };
  const response = await amna.call("POST", "/api/v1/chat", body, headers);
  expect(response.status).toBe(200);
  const { tasks } = await (await amna.call("GET", "/api/v1/tasks?sort=created&limit=100")).json();
  const last = tasks.reduce((a: { id: number }, b: { id: number }) => (a.id > b.id ? a : b));
  const today = Temporal.Now.plainDateISO("Asia/Karachi");
  return today.until(Temporal.PlainDate.from(last.due_at.slice(0, 10))).days;
}

it("counts days from when a message was said that waited on its device", async () => {
  expect(await tomorrow({})).toBe(1);
  expect(await tomorrow({ "karlo-said-at": at(-48) })).toBe(-1);
  // By the clock of the device, which is two days slow.
  expect(await tomorrow({ "karlo-said-at": at(-48), "karlo-sent-at": at(-48) })).toBe(1);
  expect(await tomorrow({ "karlo-said-at": at(-72), "karlo-sent-at": at(-48) })).toBe(0);
  expect(await tomorrow({ "karlo-said-at": at(+48) })).toBe(1);
  expect(await tomorrow({ "karlo-said-at": "yesterday" })).toBe(1);
});
