import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp();
});
afterAll(() => api.close());

const submit = async (
  form: Record<string, string>,
  {
    key = crypto.randomUUID() as string,
    said_at,
    sent_at,
    as = amna,
    path = "v1",
  }: Partial<Options> = {},
) => {
  const response = await as.call(
    "POST",
    `/api/${path}/tasks/forms`,
    { form, said_at },
    { "idempotency-key": key, ...(sent_at && { "karlo-sent-at": sent_at }) },
  );
  return { status: response.status, body: await response.json(), headers: response.headers };
};

interface Options {
  key: string;
  said_at: string;
  sent_at: string;
  as: TestPerson;
  path: string;
}

describe("a form of the tasks page", () => {
  it("takes effect once, and tells the tasks and what undoes it", async () => {
    const key = crypto.randomUUID();
    const form = { intent: "add", title: "buy milk and bread #home" };
    const first = await submit(form, { key });
    expect(first).toMatchObject({
      status: 200,
      body: { ok: true, notice: "taskCreated", tasks: [{ id: 1, category: "home" }] },
    });
    expect(Date.parse(first.headers.get("karlo-done-at") ?? "")).toBeGreaterThan(0);
    expect((await submit(form, { key })).body).toEqual(first.body);
    const undone = await submit(first.body.undo.fields);
    expect(undone.body).toMatchObject({ ok: true, notice: "taskDeleted" });
  });

  it("is read as of when it was said, which is neither ahead nor long ago", async () => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000);
    const due = async (said_at: string) => {
      const { body } = await submit({ intent: "add", title: "call Ali today" }, { said_at });
      return body.tasks[0].dueAt;
    };
    const karachi = (date: Date) =>
      new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Karachi" }).format(date);
    expect(await due(day(-3).toISOString())).toBe(karachi(day(-3)));
    expect(await due(day(+3).toISOString())).toBe(karachi(day(0)));
    expect(await due(day(-400).toISOString())).toBe(karachi(day(-60)));
  });

  it("was said as long ago as the device says, whatever its clock", async () => {
    const hours = (from: number) => new Date(Date.now() + from * 3_600_000).toISOString();
    const due = async (said: number, sent?: number) => {
      const { body } = await submit(
        { intent: "add", title: "tea in 30 minutes" },
        { said_at: hours(said), ...(sent !== undefined && { sent_at: hours(sent) }) },
      );
      return Math.round((Date.parse(body.tasks[0].dueAt) - Date.now()) / 60_000);
    };
    // Slow, fast, and right: what was just said is due in 30 minutes, what was said an hour ago is late.
    expect(await due(-5, -5)).toBe(30);
    expect(await due(+5, +5)).toBe(30);
    expect(await due(-6, -5)).toBe(-30);
    expect(await due(+4, +5)).toBe(-30);
    expect(await due(-1)).toBe(-30);
    // It was put right meanwhile: not said ahead of now.
    expect(await due(+5, 0)).toBe(30);
  });

  it("is refused with what is wrong, and what was entered", async () => {
    expect(await submit({ intent: "add", title: " " })).toMatchObject({
      status: 200,
      body: { ok: false, intent: "add", problem: "title" },
    });
    const { body } = await submit({ intent: "add", title: "pay rent" });
    const [{ id }] = body.tasks;
    await amna.call("PATCH", `/api/v1/tasks/${id}`, { title: "rent is due" });
    const edit = { intent: "edit", id: String(id), base: '{"title":"pay rent"}', title: "pay it" };
    expect((await submit(edit)).body).toMatchObject({
      ok: false,
      problem: "conflict",
      values: { title: "pay it" },
      current: { title: "rent is due" },
    });
    expect(await submit({ intent: "nothing" })).toMatchObject({
      status: 422,
      body: { code: "invalid_input" },
    });
    expect((await submit({ intent: "toggle", id: "99999", completed: "true" })).body).toMatchObject(
      { ok: true, notice: "taskGone" },
    );
  });

  it("is of the person who is signed in alone", async () => {
    const bilal = await api.signUp();
    const form = { intent: "add", title: "mine" };
    expect((await submit(form, { path: amna.id })).status).toBe(200);
    expect(await submit(form, { path: amna.id, as: bilal })).toMatchObject({
      status: 404,
      body: { code: "not_found" },
    });
    expect((await bilal.call("GET", "/api/v1/tasks")).status).toBe(200);
  });
});
