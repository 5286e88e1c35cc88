// What is wrong is said in our words, whatever library has noticed it.
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;
beforeAll(async () => {
  api = await createTestApi({ LOG_LEVEL: "silent" });
  amna = await api.signUp();
});
afterAll(() => api.close());

const LIBRARY =
  /invalid (input|option|string|type)|too (big|small)|unrecognized|expected|undefined|NaN|zod|prisma/i;

const LOGIN = { email: "a@example.com", password: "p" };
const WRONG: unknown[] = [null, 1, "", "x", "x".repeat(9_999), true, [], {}, [1], -1, 1e99, 1.5];

it.each([
  [
    "POST",
    "/tasks",
    ["title", "description", "priority", "due_at", "reminders", "duration_minutes"],
  ],
  ["POST", "/tasks", ["recurrence", "recurrence_except", "time_zone", "surplus"]],
  ["POST", "/tasks/batch", ["operations"]],
  ["PATCH", "/me", ["name", "locale", "first_weekday", "clock_hours", "assistant_language"]],
  ["POST", "/feeds", ["kind", "category"]],
  ["POST", "/auth/login", ["email", "password", "code"]],
  ["POST", "/auth/refresh", ["refresh_token"]],
  ["POST", "/chat", ["message", "conversation_id", "time_zone", "attachments"]],
  ["PATCH", "/reminders/preferences", ["morning", "quiet_hours", "snooze", "by_mail"]],
] as const)("%s %s %j", async (method, path, fields) => {
  for (const field of fields)
    for (const value of WRONG) {
      const body = {
        ...(path === "/tasks" && { title: "one" }),
        ...(path === "/auth/login" && LOGIN),
        [field]: value,
      };
      const response = await amna.call(method, `/api/v1${path}`, body);
      expect(response.status).toBeLessThan(500);
      if (response.status !== 422) continue;
      const { detail, expected } = (await response.json()) as { detail: string; expected?: string };
      expect(
        `${detail} ${expected ?? ""}`.replace(`"${value}"`, ""),
        JSON.stringify(body),
      ).not.toMatch(LIBRARY);
    }
});

it("names the values of a query that are wrong", async () => {
  for (const query of [
    "limit=x",
    "limit=0",
    "cursor=",
    "status=x",
    "category=",
    "changed_since=",
  ]) {
    const response = await amna.call("GET", `/api/v1/tasks?${query}`);
    expect(response.status, query).toBe(422);
    const { field, detail } = (await response.json()) as { field: string; detail: string };
    expect(query).toContain(field.split(".")[0]);
    expect(detail).not.toMatch(LIBRARY);
  }
});
