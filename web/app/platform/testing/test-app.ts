import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { createHttp } from "#app/http.server";
import { createKarlo, type Karlo } from "#app/karlo.server";
import { readEnvironment } from "#app/platform/environment";
import { freePort } from "../../../../scripts/free-port";
import { createTestDatabase, type TestDatabase } from "./test-database";

const web = path.resolve(import.meta.dirname, "../../..");

/** Environment of an app under test; members given win. */
function testEnvironment(
  databaseUrl: string,
  given: Record<string, string> = {},
): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    BETTER_AUTH_SECRET: "a secret for tests, of enough characters",
    SIGN_UPS_PER_MINUTE: "10000",
    MESSAGES_PER_MINUTE: "10000",
    RUNS_AT_ONCE: "100",
    LOG_LEVEL: "error",
    ...given,
  };
}

/** The built app on a free port, as people meet it, with a database of its own. */
export async function startTestApp(
  given: Record<string, string> = {},
): Promise<{ url: string; address: string; databaseUrl: string; close(): Promise<void> }> {
  const database = await createTestDatabase();
  const port = String(await freePort());
  const environment = testEnvironment(database.url, { PORT: port, HOST: "127.0.0.1", ...given });
  const { serve } = await import(
    /* @vite-ignore */ pathToFileURL(path.join(web, "build/server/index.js")).href
  );
  const served = await serve(environment, web);
  return {
    url: served.karlo.config.PUBLIC_URL,
    // Where it listens, whatever the address is that people know.
    address: served.url,
    databaseUrl: database.url,
    close: async () => {
      await served.close();
      await database.drop();
    },
  };
}

/** The app's API without a socket: `fetch` takes a path and answers as the server would. */
export interface TestApi {
  karlo: Karlo;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Signs up a new person and gives their id, session cookie and token. */
  signUp(name?: string): Promise<TestPerson>;
  databaseUrl: string;
  /** Another process with the same database; it is closed before this one. Members given win. */
  another(given?: Record<string, string>): Promise<TestApi>;
  /** The same person, as they meet this process. */
  as(person: TestPerson): TestPerson;
  close(): Promise<void>;
}

export interface TestPerson {
  id: string;
  email: string;
  cookie: string;
  token: string;
  /** Calls the API with the token; an object as `json` becomes the body. */
  call(method: string, path: string, json?: unknown, headers?: HeadersInit): Promise<Response>;
  /** The same with any body, such as a form. */
  send(method: string, path: string, body?: BodyInit, headers?: HeadersInit): Promise<Response>;
}

const ORIGIN = "http://localhost:3000";
export const TEST_PASSWORD = "correct horse battery";

/**
 * Makes an app for tests of the API, with a database of its own.
 *
 * @param prepare is given the database's URL, and gives the one that the app is to use
 */
export async function createTestApi(
  given: Record<string, string> = {},
  prepare = async (url: string) => url,
): Promise<TestApi> {
  const own = await createTestDatabase();
  const database = { ...own, url: await prepare(own.url) };
  const api = await openTestApi(database, given);
  return {
    ...api,
    close: async () => {
      await api.close();
      await database.drop();
    },
  };
}

async function openTestApi(
  database: TestDatabase,
  given: Record<string, string>,
): Promise<TestApi> {
  const karlo = await createKarlo(readEnvironment(testEnvironment(database.url, given)), web);
  const noPages = async (): Promise<ServerBuild> => {
    throw new Error("This test has no pages.");
  };
  const http = createHttp(karlo, noPages);
  const fetch = async (path: string, init?: RequestInit) =>
    http.fetch(new Request(new URL(path, ORIGIN), init));
  let people = 0;

  async function signUp(name = "Amna"): Promise<TestPerson> {
    people += 1;
    const email = `person${people}@example.com`;
    const response = await fetch("/api/auth/sign-up/email", {
      method: "POST",
      headers: { "content-type": "application/json", origin: ORIGIN },
      body: JSON.stringify({ name, email, password: TEST_PASSWORD, timeZone: "Asia/Karachi" }),
    });
    const { user } = (await response.json()) as { user: { id: string } };
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const issued = await fetch("/api/auth/token", { headers: { cookie } });
    const { token } = (await issued.json()) as { token: string };
    const call = () => Promise.reject();
    return as({ id: user.id, email, cookie, token, call, send: call });
  }

  function as(person: TestPerson): TestPerson {
    const send: TestPerson["send"] = (method, path, body, headers) => {
      const authorization = `Bearer ${person.token}`;
      const all = { authorization, ...(headers as Record<string, string>) };
      return fetch(path, { method, headers: all, body });
    };
    const call: TestPerson["call"] = (method, path, json, headers) =>
      json === undefined
        ? send(method, path, undefined, headers)
        : send(method, path, JSON.stringify(json), {
            "content-type": "application/json",
            ...(headers as Record<string, string>),
          });
    return { ...person, call, send };
  }

  return {
    karlo,
    fetch,
    signUp,
    as,
    databaseUrl: database.url,
    another: (more) => openTestApi(database, { ...given, ...more }),
    close: () => karlo.close(1_000),
  };
}
