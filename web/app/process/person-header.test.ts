import { afterAll, beforeAll, expect, it } from "vitest";
import { preferencesCookie } from "#app/accounts/preferences/device-preferences.server";
import { createTestApi, type TestApi } from "#testing/test-app";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const headersOf = async (cookie: string) =>
  (await api.fetch("/api/v1/tasks", { headers: { cookie } })).headers;

it("names the person by a key that is theirs alone and says nothing of them", async () => {
  const [amna, bilal] = [await api.signUp("Amna"), await api.signUp("Bilal")];
  const key = (await headersOf(amna.cookie)).get("karlo-person");
  expect(key).toMatch(/^[\w-]{22}$/);
  expect((await headersOf(amna.cookie)).get("karlo-person")).toBe(key);
  expect((await headersOf(bilal.cookie)).get("karlo-person")).not.toBe(key);
  expect(amna.id).not.toContain(key);
});

it("says nobody where nobody is signed in, and on every answer of the app", async () => {
  for (const path of ["/api/v1/tasks", "/health", "/api/v1/none"])
    expect((await api.fetch(path)).headers.get("karlo-person"), path).toBe("nobody");
});

it("says when nothing is to be kept on the device", async () => {
  const { cookie } = await api.signUp();
  expect((await headersOf(cookie)).has("karlo-keep-nothing")).toBe(false);
  const [chosen] = (await preferencesCookie({ keepsNothing: true })).split(";");
  expect((await headersOf(`${cookie}; ${chosen}`)).get("karlo-keep-nothing")).toBe("true");
});
