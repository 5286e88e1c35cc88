import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PARTS, readStatus } from "#app/api/status/read-status";
import { statusTexts } from "#app/i18n/status";
import { recentAnswers } from "#app/platform/recent-outcomes";
import { createTestApi, type TestApi } from "#testing/test-app";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const open = (headers: Record<string, string> = {}, query = "") =>
  api.fetch(`/status${query}`, { headers });

describe("what works", () => {
  it("is told without a session, in the language asked for", async () => {
    const english = await open();
    expect(english.status).toBe(200);
    expect(english.headers.get("cache-control")).toBe("no-store");
    expect(await english.text()).toContain(statusTexts.en.summary.works);
    for (const urdu of [await open({ "accept-language": "ur-PK" }), await open({}, "?lang=ur")]) {
      const text = await urdu.text();
      expect(text).toContain('<html lang="ur" dir="rtl">');
      expect(text).toContain(statusTexts.ur.summary.works);
    }
  });

  it("is told to programs as JSON", async () => {
    const response = await open({ accept: "application/json" });
    expect(await response.json()).toMatchObject({
      status: "works",
      parts: { tasks: "works", changes: "works", mail: "off" },
    });
  });

  it("says so when answers fail, and when they succeed again", async () => {
    for (let at = 0; at < 3; at++) recentAnswers.record(false);
    expect(await (await open()).text()).toContain(statusTexts.en.parts.assistant.says.down);
    for (let at = 0; at < 20; at++) recentAnswers.record(true);
    expect(await (await open()).text()).toContain(statusTexts.en.summary.works);
  });
});

it.each([
  ["no database", "down", ["tasks", "changes", "assistant", "reminders"]],
  ["no access", "down", ["tasks", "changes", "assistant", "reminders"]],
  ["no writes", "down", ["changes", "assistant", "reminders"]],
] as const)("with %s", async (status, worst, down) => {
  const app = { listener: { connected: true }, mailer: null, readiness: async () => ({ status }) };
  const read = await readStatus(app as never);
  expect(read.status).toBe(worst);
  expect(PARTS.filter((part) => read.parts[part] === "down")).toEqual(down);
});
