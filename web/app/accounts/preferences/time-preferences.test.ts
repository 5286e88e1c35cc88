import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { profileFormSchema } from "#app/accounts/profile/profile-form";
import { getUser } from "#app/accounts/session/session.server";
import { findTimes } from "#app/when/find-times";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { saveTimePreferences, type TimeForm } from "./save-time-preferences.server";
import { timePreferences } from "./time-preferences";
import { updatePreferences } from "./update-preferences.server";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const usual: TimeForm = {
  ...{ zone: "", firstWeekday: "", clock: "" },
  ...{ morning: "09:00", afternoon: "14:00", evening: "18:00", night: "" },
};
const request = ({ cookie }: TestPerson) =>
  new Request("http://localhost/profile", { headers: { cookie } });
const userOf = (person: TestPerson) => getUser(api.app, request(person));

describe("preferences of times", () => {
  it("are nothing where nothing was chosen, or only what is usual", async () => {
    const amna = await api.signUp();
    expect(await userOf(amna)).toMatchObject({ preferences: {}, timeZoneChosen: false });
    await saveTimePreferences(api.app.db, amna.id, usual);
    expect(await userOf(amna)).toMatchObject({ preferences: {}, timeZoneChosen: false });
  });

  it("are what a reader of times takes", async () => {
    const amna = await api.signUp();
    const form = { ...usual, firstWeekday: "7", clock: "24", evening: "19:30", night: "23:00" };
    await saveTimePreferences(api.app.db, amna.id, form);
    const user = await userOf(amna);
    const { preferences = {}, timeZone = "" } = user ?? {};
    expect(preferences).toMatchObject({
      firstWeekday: 7,
      clock: 24,
      parts: { morning: 540, evening: 1_170, night: 1_380 },
    });
    const now = new Date("2026-11-30T04:00:00Z");
    const read = (text: string) =>
      findTimes(text, { now, timeZone, preferences })[0]?.value as { time?: string } | null;
    expect(read("this evening")?.time).toBe("19:30");
    expect(read("tomorrow at 5:30")?.time).toBe("05:30");
    const archive = await (await amna.call("GET", "/api/v1/export")).json();
    const bilal = await api.signUp();
    await bilal.call("POST", "/api/v1/import", archive);
    expect((await userOf(bilal))?.preferences).toEqual(preferences);
  });

  it("keep a chosen zone when a browser tells another, until it is to follow again", async () => {
    const amna = await api.signUp();
    const see = (timeZone: string) => updatePreferences(api.app, request(amna), { timeZone });
    const zone = async () => (await userOf(amna))?.timeZone;
    await see("Asia/Dubai");
    expect(await zone()).toBe("Asia/Dubai");
    await saveTimePreferences(api.app.db, amna.id, { ...usual, zone: "Europe/London" });
    await see("Asia/Dubai");
    expect(await zone()).toBe("Europe/London");
    await saveTimePreferences(api.app.db, amna.id, usual);
    await see("Asia/Dubai");
    expect(await zone()).toBe("Asia/Dubai");
  });

  it("leave out what is none in a stored row", () => {
    const dayParts = { morning: -1, evening: "18:00", dusk: 3, night: 1_439 };
    const { parts, ...others } = timePreferences({ firstWeekday: null, clockHours: 7, dayParts });
    expect(parts).toMatchObject({ morning: 540, evening: 1_080, night: 1_439 });
    expect(others).toEqual({});
    expect(timePreferences({ dayParts: null })).toEqual({});
  });

  it.each([
    { zone: "Mars/Olympus" },
    { firstWeekday: "8" },
    { clock: "13" },
    { morning: "24:00" },
    { night: "9pm" },
  ])("are refused as %j", (form) => {
    const parsed = profileFormSchema(8, 128).safeParse({ intent: "time", ...usual, ...form });
    expect(parsed.error?.issues).toMatchObject([{ path: Object.keys(form), message: "time" }]);
  });
});
