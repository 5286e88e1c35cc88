import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { AppContext } from "#app/app-context";
import { readEnvironment } from "#app/platform/environment";
import { createAppContext } from "#app/process/create-app-context.server";
import { createHttp } from "#app/process/http.server";
import { freePort } from "../local/free-port";
import { createTestDatabase, pooledUrl, type TestDatabase } from "./test-database";

const web = path.resolve(import.meta.dirname, "..");

/** Environment of an app under test. */
function testEnvironment(
  databaseUrl: string,
  overrides: Record<string, string> = {},
): Record<string, string> {
  return {
    DATABASE_URL: pooledUrl(databaseUrl),
    DIRECT_DATABASE_URL: databaseUrl,
    BETTER_AUTH_SECRET: "a secret for tests, of enough characters",
    SIGN_UPS_PER_MINUTE: "10000",
    REQUESTS_PER_MINUTE: "100000",
    IMPORTS_PER_HOUR: "10000",
    EXPORTS_PER_HOUR: "10000",
    MESSAGES_PER_MINUTE: "10000",
    RUNS_AT_ONCE: "100",
    LOG_LEVEL: "error",
    ...overrides,
  };
}

/** Starts the built app on a free port, with a database of its own. */
export async function startTestApp(
  overrides: Record<string, string> = {},
): Promise<{ url: string; address: string; databaseUrl: string; close(): Promise<void> }> {
  const database = await createTestDatabase();
  const port = String(await freePort());
  const environment = testEnvironment(database.url, {
    PORT: port,
    HOST: "127.0.0.1",
    ...overrides,
  });
  const { serve } = await import(
    /* @vite-ignore */ pathToFileURL(path.join(web, "build/server/index.js")).href
  );
  const served = await serve(environment, web);
  return {
    url: served.app.config.PUBLIC_URL,
    // The address it listens on; not PUBLIC_URL.
    address: served.url,
    databaseUrl: database.url,
    close: async () => {
      await served.close();
      await database.drop();
    },
  };
}

/** The app in this process, without a socket. */
export interface TestApi {
  app: AppContext;
  /** Handles a request to a path as the server would. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Signs up a new person. */
  signUp(name?: string): Promise<TestPerson>;
  databaseUrl: string;
  /** Creates a second app on the same database. Must be closed before this one. */
  openReplica(overrides?: Record<string, string>): Promise<TestApi>;
  /** Returns the person with calls to this app. */
  as(person: TestPerson): TestPerson;
  close(): Promise<void>;
}

/** A signed-up user with their credentials. */
export interface TestPerson {
  id: string;
  email: string;
  cookie: string;
  token: string;
  /** Calls the API with the token and a JSON body. */
  call(method: string, path: string, json?: unknown, headers?: HeadersInit): Promise<Response>;
  /** Calls the API with the token and any body, such as a form. */
  send(method: string, path: string, body?: BodyInit, headers?: HeadersInit): Promise<Response>;
}

const ORIGIN = "http://localhost:3000";
export const TEST_PASSWORD = "correct horse battery";

/**
 * Creates an app for tests of the API, with a database of its own.
 *
 * @param prepare receives the URL of the database and returns the one that the app connects to
 */
export async function createTestApi(
  overrides: Record<string, string> = {},
  prepare = async (url: string) => url,
): Promise<TestApi> {
  const own = await createTestDatabase();
  const database = { ...own, url: await prepare(own.url) };
  const api = await openTestApi(database, overrides);
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
  overrides: Record<string, string>,
): Promise<TestApi> {
  const app = await createAppContext(
    readEnvironment(testEnvironment(database.url, overrides)),
    web,
  );
  const noPages = async (): Promise<ServerBuild> => {
    throw new Error("This test has no pages.");
  };
  const http = createHttp(app, noPages);
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
    app,
    fetch,
    signUp,
    as,
    databaseUrl: database.url,
    openReplica: (more) => openTestApi(database, { ...overrides, ...more }),
    close: () => app.close(1_000),
  };
}
