import { expect } from "vitest";
import { TEST_PASSWORD, type TestApi, type TestPerson } from "./test-app";
import { totpCode } from "./totp";

const ORIGIN = "http://localhost:3000";

/** A person with two-step sign-in on. */
export interface Protected extends TestPerson {
  secret: string;
  codes: string[];
}

/** Calls for tests of two-step sign-in, to the app that `api` returns. */
export function twoStepCalls(api: () => TestApi) {
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    api().fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", origin: ORIGIN, ...headers },
      body: JSON.stringify(body),
    });
  const login = (body: object) => post("/api/v1/auth/login", body);
  const secondStep = (body: object) => post("/api/v1/auth/login/second-step", body);
  const cookiesOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .filter((line) => !/max-age=0/i.test(line))
      .map((line) => line.split(";")[0])
      .join("; ");

  /** Signs up a person and turns the second factor on, with the code of the step before. */
  async function protectedPerson(): Promise<Protected> {
    const person = await api().signUp();
    const begun = await post(
      "/api/auth/two-factor/enable",
      { password: TEST_PASSWORD },
      { cookie: person.cookie },
    );
    expect(begun.status).toBe(200);
    const { totpURI, backupCodes } = (await begun.json()) as {
      totpURI: string;
      backupCodes: string[];
    };
    const secret = new URL(totpURI).searchParams.get("secret") ?? "";
    const on = await post(
      "/api/auth/two-factor/verify-totp",
      { code: totpCode(secret, -1) },
      { cookie: person.cookie },
    );
    expect(on.status, await on.clone().text()).toBe(200);
    return { ...person, cookie: cookiesOf(on), secret, codes: backupCodes };
  }

  /** The password step by the API; returns the ticket. */
  async function ticketFor({ email }: TestPerson): Promise<string> {
    const answer = await login({ email, password: TEST_PASSWORD });
    expect(answer.status).toBe(401);
    const body = (await answer.json()) as { code: string; ticket: string };
    expect(body.code).toBe("second_factor_required");
    return body.ticket;
  }

  const sessionsOf = ({ id }: TestPerson) => api().app.db.session.count({ where: { userId: id } });
  const resetLimits = () => api().app.db.attempt.deleteMany();

  return {
    post,
    login,
    secondStep,
    cookiesOf,
    protectedPerson,
    ticketFor,
    sessionsOf,
    resetLimits,
  };
}
