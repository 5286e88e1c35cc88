import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken } from "#app/accounts/tokens/create-token.server";
import { FEEDS_MAX } from "#app/tasks/feeds/feed";
import { FILTERS_MAX } from "#app/tasks/filters/saved-filter";
import { GROUPS_MAX } from "#app/tasks/groups/group";
import { createTestApi, TEST_PASSWORD, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

/** How many are made at once, and how many of them there is room for. */
const AT_ONCE = 8;
const ROOM = 3;

interface Counted {
  what: string;
  max: number;
  /** Rows of a person as if they had been made before. */
  rows: (userId: string, count: number) => Promise<unknown>;
  make: (person: TestPerson, name: string) => Promise<unknown>;
  count: (userId: string) => Promise<number>;
}

const post = async (person: TestPerson, path: string, body: object) => {
  const { status } = await person.call("POST", `/api/v1${path}`, body);
  if (status !== 201) throw new Error(String(status));
};
const numbered = <Row>(count: number, row: (name: string) => Row) =>
  Array.from({ length: count }, (_, at) => row(`earlier ${at}`));

const group = (kind: "list" | "label"): Counted => ({
  what: `${kind}s`,
  max: GROUPS_MAX,
  rows: (userId, count) =>
    api.app.db.taskGroup.createMany({ data: numbered(count, (name) => ({ userId, kind, name })) }),
  make: (person, name) => post(person, `/${kind}s`, { name }),
  count: (userId) => api.app.db.taskGroup.count({ where: { userId, kind } }),
});

const bounds: Counted[] = [
  group("list"),
  group("label"),
  {
    what: "saved filters",
    max: FILTERS_MAX,
    rows: (userId, count) =>
      api.app.db.savedFilter.createMany({ data: numbered(count, (name) => ({ userId, name })) }),
    make: (person, name) => post(person, "/filters", { name }),
    count: (userId) => api.app.db.savedFilter.count({ where: { userId } }),
  },
  {
    what: "calendar feeds",
    max: FEEDS_MAX,
    rows: (userId, count) =>
      api.app.db.calendarFeed.createMany({
        data: numbered(count, () => ({ userId, kind: "events", tokenHash: randomUUID() })),
      }),
    make: (person) => post(person, "/feeds", { kind: "events" }),
    count: (userId) => api.app.db.calendarFeed.count({ where: { userId } }),
  },
  {
    what: "access tokens",
    max: 50,
    rows: (userId, count) =>
      api.app.db.personalToken.createMany({
        data: numbered(count, (name) => ({
          ...{ id: randomUUID(), userId, name, scopes: ["tasks:read"], hash: randomUUID() },
          ...{ start: "karlo", expiresAt: new Date(Date.now() + 86_400_000) },
        })),
      }),
    make: ({ id, cookie }, name) =>
      createToken(api.app, new Request("http://localhost:3000/", { headers: { cookie } }), id, {
        ...{ name, scopes: ["tasks:read"], days: 30, current: TEST_PASSWORD },
      }),
    count: (userId) => api.app.db.personalToken.count({ where: { userId } }),
  },
];

describe("what a person may have so many of", () => {
  it.each(bounds)("stays within its bound when several are made at once: $what", async (bound) => {
    const person = await api.signUp();
    await bound.rows(person.id, bound.max - ROOM);
    const made = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, (_, at) => bound.make(person, `at once ${at}`)),
    );
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(ROOM);
    expect(await bound.count(person.id)).toBe(bound.max);
  });
});
