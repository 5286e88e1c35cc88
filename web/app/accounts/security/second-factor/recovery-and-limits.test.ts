import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD, type TestApi } from "#testing/test-app";
import { totpCode } from "#testing/totp";
import { twoStepCalls } from "#testing/two-step";
import { turnOffLostFactor } from "./turn-off-lost-factor.server";

const ORIGIN = "http://localhost:3000";

let api: TestApi;
const { post, login, secondStep, protectedPerson, ticketFor, resetLimits } = twoStepCalls(
  () => api,
);

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

describe("recovery codes", () => {
  it("work once each, however they are typed", async () => {
    const amna = await protectedPerson();
    const [one = "", two = "", three = ""] = amna.codes;
    const typed = [one, two.toUpperCase(), ` ${three.replaceAll("-", " ")} `];
    for (const code of typed) {
      const body = { email: amna.email, password: TEST_PASSWORD, code };
      expect((await login(body)).status, code).toBe(200);
      expect((await login(body)).status, code).toBe(401);
    }
    const row = await api.app.db.twoFactor.findUniqueOrThrow({ where: { userId: amna.id } });
    expect(JSON.parse(row.backupCodes)).toHaveLength(7);
    expect(row.backupCodes).not.toContain(one);
  });

  it("work once of several requests at the same time", async () => {
    const amna = await protectedPerson();
    const tickets = [await ticketFor(amna), await ticketFor(amna), await ticketFor(amna)];
    const code = amna.codes[0] ?? "";
    const answers = await Promise.all(tickets.map((ticket) => secondStep({ ticket, code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("are void when new ones are made, which takes the password", async () => {
    const amna = await protectedPerson();
    const headers = { cookie: amna.cookie };
    const path = "/api/auth/two-factor/generate-backup-codes";
    expect((await post(path, { password: "wrong" }, headers)).status).toBe(400);
    const answer = await post(path, { password: TEST_PASSWORD }, headers);
    const { backupCodes } = (await answer.json()) as { backupCodes: string[] };
    const email = amna.email;
    const old = { email, password: TEST_PASSWORD, code: amna.codes[0] };
    expect((await login(old)).status).toBe(401);
    expect((await login({ ...old, code: backupCodes[0] })).status).toBe(200);
  });

  it("are never a stored hash sent back", async () => {
    const amna = await protectedPerson();
    const row = await api.app.db.twoFactor.findUniqueOrThrow({ where: { userId: amna.id } });
    const [hash] = JSON.parse(row.backupCodes) as string[];
    const answer = await login({ email: amna.email, password: TEST_PASSWORD, code: hash });
    expect(answer.status).toBe(401);
  });
});

describe("limits on codes", () => {
  it("end a ticket after five wrong codes, and an account's tries after ten in an hour", async () => {
    await resetLimits();
    const amna = await protectedPerson();
    const statuses: number[] = [];
    let ticket = await ticketFor(amna);
    for (let turn = 0; turn < 12; turn += 1) {
      if (turn === 6) ticket = await ticketFor(amna);
      const answer = await secondStep({ ticket, code: String(100_000 + turn) });
      statuses.push(answer.status);
      if (answer.status === 429) expect(answer.headers.get("retry-after")).toMatch(/^\d+$/);
    }
    expect(statuses.slice(0, 10).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(10)).toEqual([429, 429]);
    // The right one is not taken either, nor a recovery code.
    const fresh = await ticketFor(amna);
    expect((await secondStep({ ticket: fresh, code: totpCode(amna.secret) })).status).toBe(429);
    expect((await secondStep({ ticket: fresh, code: amna.codes[0] ?? "" })).status).toBe(429);
    // Others are not held up.
    const bilal = await protectedPerson();
    const code = totpCode(bilal.secret);
    const answer = await login({ email: bilal.email, password: TEST_PASSWORD, code });
    expect(answer.status).toBe(200);
  });

  it("count wrong codes by address, whatever the account", async () => {
    const strict = await api.openReplica({ SIGN_IN_FAILURES_PER_ADDRESS: "3" });
    await resetLimits();
    try {
      const statuses: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const answer = await strict.fetch("/api/auth/two-factor/verify-totp", {
          method: "POST",
          headers: { "content-type": "application/json", origin: ORIGIN, cookie: `a=${turn}` },
          body: JSON.stringify({ code: String(200_000 + turn) }),
        });
        statuses.push(answer.status);
      }
      expect(statuses).toEqual([401, 401, 401, 429, 429]);
    } finally {
      await strict.close();
      await resetLimits();
    }
  });

  it("do not count right codes", async () => {
    await resetLimits();
    const amna = await protectedPerson();
    await login({ email: amna.email, password: TEST_PASSWORD, code: totpCode(amna.secret) });
    const left = await api.app.db.attempt.findMany({
      where: { key: { startsWith: "code" }, count: { gt: 0 } },
    });
    expect(left).toEqual([]);
  });

  it("count wrong passwords where the factor is managed", async () => {
    await resetLimits();
    const amna = await protectedPerson();
    const statuses: number[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      const path = ["disable", "enable", "generate-backup-codes"][turn % 3];
      const body = { password: `wrong ${turn}` };
      const answer = await post(`/api/auth/two-factor/${path}`, body, { cookie: amna.cookie });
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, 10).every((status) => status === 400)).toBe(true);
    expect(statuses.slice(10)).toEqual([429, 429]);
    await resetLimits();
  });
});

describe("turning it off", () => {
  it("takes the password, and the password signs in alone again", async () => {
    const amna = await protectedPerson();
    const headers = { cookie: amna.cookie };
    const path = "/api/auth/two-factor/disable";
    expect((await post(path, { password: "wrong" }, headers)).status).toBe(400);
    expect((await post(path, { password: TEST_PASSWORD }, headers)).status).toBe(200);
    expect((await login({ email: amna.email, password: TEST_PASSWORD })).status).toBe(200);
    expect(await api.app.db.twoFactor.count({ where: { userId: amna.id } })).toBe(0);
  });

  it("by the operator, for the account named and no other", async () => {
    const amna = await protectedPerson();
    const bilal = await protectedPerson();
    expect(await turnOffLostFactor(api.app, ` ${amna.email.toUpperCase()} `)).toBe(true);
    expect(await turnOffLostFactor(api.app, amna.email)).toBe(false);
    expect(await turnOffLostFactor(api.app, "nobody@example.com")).toBeNull();
    expect((await login({ email: amna.email, password: TEST_PASSWORD })).status).toBe(200);
    expect((await login({ email: bilal.email, password: TEST_PASSWORD })).status).toBe(401);
  });
});
