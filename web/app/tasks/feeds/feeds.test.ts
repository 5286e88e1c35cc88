import zlib from "node:zlib";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;
const lines: string[] = [];
beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp();
  api.app.log.info = ((...words: unknown[]) => lines.push(JSON.stringify(words))) as never;
});
afterAll(() => api.close());

interface NewFeed {
  id: string;
  url: string;
  webcal_url: string;
}

async function makeFeed(body: object = {}, person = amna): Promise<NewFeed> {
  const response = await person.call("POST", "/api/v1/feeds", body);
  expect(response.status).toBe(201);
  return (await response.json()) as NewFeed;
}

const get = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  api.fetch(new URL(url).pathname, { headers, method });

async function read(url: string) {
  const response = await get(url);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const text = await response.text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const parts = calendar.getAllSubcomponents().filter(({ name }) => name !== "vtimezone");
  return { text: text.replaceAll("\r\n ", ""), calendar, parts };
}

const add = async (task: object, person = amna) => {
  const response = await person.call("POST", "/api/v1/tasks", task);
  expect(response.status).toBe(201);
};

describe("a calendar feed", () => {
  it("gives what is due as events, as calendars read them", async () => {
    await add({ title: "no date" });
    await add({ title: "bins", due_at: "2030-01-07", recurrence: "FREQ=WEEKLY;BYDAY=MO" });
    await add({
      title: "gym; with Sara",
      category: "Sport",
      due_at: "2030-03-20T06:00:00Z",
      time_zone: "America/New_York",
      duration_minutes: 45,
      recurrence: "FREQ=DAILY;COUNT=5",
      recurrence_except: ["2030-03-22"],
      reminders: [{ minutes_before: 30 }],
    });
    await add({ title: "call", due_at: "2030-01-02T10:00:00Z", description: "about the report" });
    const { url, webcal_url } = await makeFeed();
    expect(webcal_url).toBe(url.replace("http:", "webcal:"));
    const { text, calendar, parts } = await read(url);
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(parts.map(({ name }) => name)).toEqual(["vevent", "vevent", "vevent"]);
    const events = parts.map((part) => new ICAL.Event(part));
    const [bins, gym, call] = events;
    expect(bins?.startDate.toString()).toBe("2030-01-07");
    expect(gym?.summary).toBe("gym; with Sara");
    const iterator = gym?.iterator();
    const days = [1, 2, 3, 4, 5].map(() => iterator?.next()?.toString());
    // The hour stays across the change of the clocks, and an exception is left out.
    expect(days).toEqual([
      "2030-03-20T02:00:00",
      "2030-03-21T02:00:00",
      "2030-03-23T02:00:00",
      "2030-03-24T02:00:00",
      undefined,
    ]);
    expect(gym?.startDate.toUnixTime()).toBe(Date.parse("2030-03-20T06:00:00Z") / 1000);
    expect(gym?.duration.toSeconds()).toBe(45 * 60);
    const alarm = gym?.component.getFirstSubcomponent("valarm");
    expect(alarm?.getFirstPropertyValue("trigger")?.toString()).toBe("-PT30M");
    expect(gym?.component.getFirstPropertyValue("categories")).toBe("Sport");
    expect(call?.description).toBe("about the report");
    expect(call?.component.getFirstPropertyValue("url")).toBe("http://localhost:3000/tasks?task=4");
    for (const line of [
      "BEGIN:VTIMEZONE",
      "TZID:America/New_York",
      "LAST-MODIFIED:",
      "TRANSP:OPAQUE",
    ])
      expect(text).toContain(line);
  });

  it("gives all as tasks, and of a category", async () => {
    const person = await api.signUp();
    await add({ title: "no date" }, person);
    await add(
      { title: "bins", due_at: "2030-01-07", recurrence: "FREQ=DAILY", category: "گھر" },
      person,
    );
    await person.call("PATCH", "/api/v1/tasks/2/complete");
    const all = await read((await makeFeed({ kind: "tasks" }, person)).url);
    const rules = all.parts.map((todo) => [
      todo.getFirstPropertyValue("status"),
      todo.getFirstPropertyValue("dtstart")?.toString(),
      todo.getFirstPropertyValue("rrule")?.toString(),
    ]);
    // What was completed is over: its next occurrence alone has the rule, and the start that it needs.
    expect(rules).toEqual([
      ["NEEDS-ACTION", undefined, undefined],
      ["COMPLETED", undefined, undefined],
      ["NEEDS-ACTION", "2030-01-08", "FREQ=DAILY"],
    ]);
    const home = await read((await makeFeed({ category: "گھر" }, person)).url);
    expect(home.parts.map((part) => part.getFirstPropertyValue("summary"))).toEqual([
      "✓ bins",
      "bins",
    ]);
    expect(home.parts[0]?.getFirstPropertyValue("rrule")).toBeNull();
    expect(home.calendar.getFirstPropertyValue("x-wr-calname")).toBe("Karlo: گھر");
  });

  it("is not sent again while nothing has changed, and compressed", async () => {
    const person = await api.signUp();
    for (let n = 0; n < 30; n += 1) await add({ title: `task ${n}`, due_at: "2030-01-01" }, person);
    const { url } = await makeFeed({}, person);
    const first = await get(url);
    const tag = first.headers.get("etag") ?? "";
    const text = await first.text();
    expect(await (await get(url)).text()).toBe(text);
    const same = await get(url, { "if-none-match": tag });
    expect([same.status, await same.text()]).toEqual([304, ""]);
    const packed = await get(url, { "accept-encoding": "gzip" });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(zlib.gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString()).toBe(text);
    expect((await get(url, {}, "HEAD")).headers.get("etag")).toBe(tag);
    for (const change of [
      () => person.call("PATCH", "/api/v1/tasks/1", { title: "other" }),
      () => person.call("DELETE", "/api/v1/tasks/2"),
      () => person.call("PATCH", "/api/v1/me", { time_zone: "Asia/Tokyo" }),
    ]) {
      const before = (await get(url)).headers.get("etag") ?? "";
      await change();
      expect((await get(url, { "if-none-match": before })).status).toBe(200);
    }
  });

  it("is for whoever has the address, and ends when it is switched off", async () => {
    const bilal = await api.signUp("Bilal");
    const { id, url } = await makeFeed({}, bilal);
    expect((await get(url)).status).toBe(200);
    const stored = await api.app.db.calendarFeed.findUniqueOrThrow({ where: { id } });
    const secret = url.split("/").at(-1)?.replace(".ics", "") ?? "";
    expect(secret).toHaveLength(43);
    expect(JSON.stringify(stored)).not.toContain(secret);
    const { feeds } = (await (await bilal.call("GET", "/api/v1/feeds")).json()) as {
      feeds: object[];
    };
    expect(feeds).toMatchObject([{ id, kind: "events", category: null }]);
    expect(feeds[0]).toMatchObject({ read_at: expect.any(String) });
    expect(lines.join()).toContain("/calendar/:file");
    expect(lines.join()).not.toContain(secret);
    // Others cannot switch it off.
    expect((await amna.call("DELETE", `/api/v1/feeds/${id}`)).status).toBe(404);
    expect((await bilal.call("DELETE", `/api/${bilal.id}/feeds/${id}`)).status).toBe(204);
    for (const path of [url, url.replace(secret, "x"), url.replace(secret, "A".repeat(43))]) {
      const gone = await get(path);
      expect([gone.status, await gone.json()]).toMatchObject([404, { code: "feed_not_found" }]);
    }
    expect((await get(url, {}, "POST")).status).toBe(405);
  });

  it("ends with a new password, where all access is to end", async () => {
    const person = await api.signUp();
    const { url } = await makeFeed({}, person);
    const change = async (currentPassword: string, newPassword: string, all: boolean) => {
      const response = await api.fetch("/api/auth/change-password", {
        method: "POST",
        headers: {
          cookie: person.cookie,
          "content-type": "application/json",
          origin: "http://localhost:3000",
        },
        body: JSON.stringify({ currentPassword, newPassword, revokeOtherSessions: all }),
      });
      expect(response.status).toBe(200);
    };
    await change(TEST_PASSWORD, "another horse battery", false);
    expect((await get(url)).status).toBe(200);
    await change("another horse battery", TEST_PASSWORD, true);
    expect((await get(url)).status).toBe(404);
  });

  it("has limits on how many there are, and how often one is read", async () => {
    const person = await api.signUp();
    const made = await Promise.all(
      Array.from({ length: 24 }, () => person.call("POST", "/api/v1/feeds", { kind: "tasks" })),
    );
    expect(made.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(made.filter(({ status }) => status === 422)).toHaveLength(4);
    const { id, url } = await makeFeed();
    await get(url);
    await api.app.db.attempt.update({ where: { key: `feed:${id}` }, data: { count: 240 } });
    const refused = await get(url);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    for (const [body, field] of [
      [{ kind: "x" }, "kind"],
      [{ category: "a\u0000" }, "category"],
      [{ category: "a".repeat(51) }, "category"],
    ] as const) {
      const wrong = await person.call("POST", "/api/v1/feeds", body);
      expect([wrong.status, await wrong.json()]).toMatchObject([422, { field }]);
    }
  });
});
