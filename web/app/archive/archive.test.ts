import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { upload } from "#app/conversations/testing/upload";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { type AccountFile, ARCHIVE_MAX, ATTACHMENT_BYTES_MAX } from "./account-file";

let api: TestApi;
let amna: TestPerson;
let file: AccountFile;

async function exportOf(person: TestPerson): Promise<AccountFile> {
  const response = await person.call("GET", "/api/v1/export");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-disposition")).toMatch(/attachment; filename="karlo-/);
  return (await response.json()) as AccountFile;
}
/** Replaces attachment ids, which change on import. */
const withoutIds = (text: string) => JSON.parse(text.replace(UUID_MEMBER, '"id": "same"'));
const UUID_MEMBER = /"id":\s?"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g;
const content = ({ tasks, history, conversations }: AccountFile) => ({
  tasks,
  history,
  conversations,
});

/** How she wants to be reminded; all of it differs from the defaults. */
const REMINDED = {
  moment_minutes: 15,
  day_rings: false,
  morning: "06:30",
  quiet_hours: { from: "22:00", to: "06:00" },
  by_mail: true,
  snooze: "ask",
  daily_digest: true,
  weekly_review: true,
};

beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp();
  const titles = ["پلمبر کو فون کرنا", "buy milk", "gone"];
  for (const title of titles) {
    await amna.call("POST", "/api/v1/tasks", { title, due_at: "2026-11-22", category: "home" });
  }
  await amna.call("PATCH", "/api/v1/tasks/1", { due_at: "2026-11-22T17:00:00+05:00" });
  const reminders = [{ minutes_before: 30 }, { at: "2026-11-21T15:00:00Z" }];
  await amna.call("PATCH", "/api/v1/tasks/2", { recurrence: "FREQ=DAILY", reminders });
  await amna.call("PATCH", "/api/v1/reminders/preferences", REMINDED);
  await amna.call("PATCH", "/api/v1/tasks/2/complete");
  await amna.call("DELETE", "/api/v1/tasks/3");
  await amna.call("POST", "/api/v1/chat", { message: "delete buy milk" });
  const { id } = await upload(amna, new File(["دودھ\n"], "note.txt"));
  await amna.call("POST", "/api/v1/chat", {
    message: "hello",
    conversation_id: 1,
    attachments: [id],
  });
  file = await exportOf(amna);
});
afterAll(() => api.close());

describe("an export", () => {
  it("contains all data of the user, including trash and history", () => {
    expect(file.tasks.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(file.tasks[2]?.deleted_at).not.toBeNull();
    expect(file.history.map(({ action }) => action)).toContain("deleted");
    expect(file.conversations[0]?.messages.length).toBeGreaterThanOrEqual(2);
    expect(file.conversations[0]?.attachments).toMatchObject([
      { name: "note.txt", media_type: "text/plain", content: "2K/ZiNiv2r4K" },
    ]);
    expect(JSON.stringify(file)).not.toMatch(/password|refresh_token|[0-9a-f]{32}:[0-9a-f]{128}/);
  });

  it("is restored unchanged into an empty account", async () => {
    const other = await api.signUp();
    const answer = await other.call("POST", "/api/v1/import", file);
    expect(await answer.json()).toEqual({ tasks: 4, conversations: 1 });
    const again = await exportOf(other);
    expect(withoutIds(JSON.stringify(content(again)))).toEqual(
      withoutIds(JSON.stringify(content(file))),
    );
    const [conversation] = again.conversations;
    const parts = conversation?.messages.flatMap((message) => message.parts) ?? [];
    const named = parts.find(({ type }) => type === "attachment");
    expect(named?.id).toBe(conversation?.attachments[0]?.id);
    expect(named?.id).not.toBe(file.conversations[0]?.attachments[0]?.id);
    const download = await other.call("GET", `/api/v1/attachments/${named?.id}`);
    expect(await download.text()).toBe("دودھ\n");
    expect(again.account).toMatchObject({
      time_zone: "Asia/Karachi",
      last_task_id: 4,
      last_conversation_id: 1,
    });
    const reminded = await other.call("GET", "/api/v1/reminders/preferences");
    expect(await reminded.json()).toEqual(REMINDED);
    const made = await other.call("POST", "/api/v1/tasks", { title: "next" });
    expect(await made.json()).toMatchObject({ id: 5 });
  });

  it("leaves how a person is reminded where it is from before there were reminders", async () => {
    const other = await api.signUp();
    await other.call("PATCH", "/api/v1/reminders/preferences", { morning: "09:00" });
    const old = structuredClone(file) as { account: { reminders?: unknown }; tasks: object[] };
    delete old.account.reminders;
    for (const task of old.tasks as { reminders?: unknown }[]) delete task.reminders;
    expect((await other.call("POST", "/api/v1/import", old)).status).toBe(200);
    const { account, tasks } = await exportOf(other);
    expect(account.reminders).toMatchObject({ morning: "09:00", snooze: "10m" });
    expect(tasks.map(({ reminders }) => reminders)).toEqual([null, null, null, null]);
  });

  it("is renumbered after existing tasks", async () => {
    const other = await api.signUp();
    await other.call("POST", "/api/v1/tasks", { title: "mine" });
    expect((await other.call("POST", "/api/v1/import", file)).status).toBe(200);
    const { tasks, history } = await exportOf(other);
    expect(tasks.map(({ id, title }) => [id, title])).toEqual([
      [1, "mine"],
      ...file.tasks.map(({ id, title }) => [id + 1, title]),
    ]);
    expect(tasks.find(({ id }) => id === 5)?.previous_id).toBe(3);
    expect(history.at(-1)?.task_id).toBe((history.at(-1)?.after ?? history.at(-1)?.before)?.id);
  });
});

describe("attachments", () => {
  it("beyond the size limit are exported without content, oldest first", async () => {
    const other = await api.signUp();
    const png = Buffer.from(
      "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489",
      "hex",
    );
    const ids: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      const image = Buffer.concat([png, Buffer.alloc(ATTACHMENT_BYTES_MAX / 4 - png.length)]);
      ids.push((await upload(other, new File([image], `${at}.png`))).id);
    }
    await other.call("POST", "/api/v1/chat", { message: "", attachments: ids });
    const full = await exportOf(other);
    const held = full.conversations[0]?.attachments ?? [];
    expect(held.map((one) => one.content === null)).toEqual([true, false, false, false, false]);
    const back = await api.signUp();
    expect((await back.call("POST", "/api/v1/import", full)).status).toBe(200);
    const [message] = (await exportOf(back)).conversations[0]?.messages ?? [];
    expect(message?.parts).toHaveLength(5);
    expect(await api.app.db.attachment.count({ where: { userId: back.id } })).toBe(4);
    const again = await back.call("POST", "/api/v1/import", full);
    expect(again.status).toBe(200);
  });

  it("are typed by their content on import, and refused when they fit no allowed type", async () => {
    const person = await api.signUp();
    const copy = structuredClone(file);
    const [note] = copy.conversations[0]?.attachments ?? [];
    Object.assign(note ?? {}, { media_type: "text/html", name: "../a.html" });
    expect((await person.call("POST", "/api/v1/import", copy)).status).toBe(200);
    const [restored] = (await exportOf(person)).conversations[0]?.attachments ?? [];
    expect(restored).toMatchObject({ media_type: "text/plain", name: "a.html" });
    Object.assign(note ?? {}, { content: Buffer.from("%PDF-1.7 \0").toString("base64") });
    const refused = await person.call("POST", "/api/v1/import", copy);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ field: "conversations.0.attachments.0" });
  });
});

describe("an invalid import", () => {
  const wrong: [string, (file: AccountFile) => unknown, string][] = [
    ["another format", () => ({ tasks: [] }), "format"],
    ["a bad title", (f) => ((f.tasks[3] as { title: string }).title = ""), "tasks.3.title"],
    ["a bad rule", (f) => ((f.tasks[1] as { recurrence: string }).recurrence = "NO"), "recurrence"],
    ["a duplicate number", (f) => ((f.tasks[1] as { id: number }).id = 1), "tasks.1.id"],
    ["a bad reminder", (f) => Object.assign(f.tasks[0] ?? {}, { reminders: [{}] }), "reminders.0"],
    [
      "a bad time of day",
      (f) => Object.assign(f.account.reminders ?? {}, { morning: "25:00" }),
      "account.reminders.morning",
    ],
    ["an unknown member", (f) => Object.assign(f.tasks[0] as object, { user_id: "x" }), "tasks.0"],
    [
      "a broken message",
      (f) => f.conversations[0]?.messages[0]?.parts.push({ type: "text" }),
      "conversations.0.messages.0.parts.1.text",
    ],
  ];

  it.each(wrong)("reports the first fault and changes nothing: %s", async (_, corrupt, at) => {
    const person = await api.signUp();
    const copy = structuredClone(file);
    const invalidBody = corrupt(copy);
    const body = at === "format" ? invalidBody : copy;
    const response = await person.call("POST", "/api/v1/import", body);
    expect(response.status).toBe(422);
    const answer = (await response.json()) as { code: string; field: string; detail: string };
    expect(answer).toMatchObject({ code: "archive_invalid", field: expect.stringContaining(at) });
    expect(answer.detail).toContain("Nothing was imported");
    expect((await exportOf(person)).tasks).toEqual([]);
  });

  it.each([
    ["history", '"before":{"a":'],
    ["tasks", '"title":'],
    ["conversations", '"title":'],
  ])("is refused by its depth: %s", async (list, member) => {
    const person = await api.signUp();
    const deep = `${"[".repeat(3_000)}${"]".repeat(3_000)}`;
    const whole = JSON.stringify({ ...file, [list]: ["here"] });
    const close = "}".repeat(member.split("{").length);
    const body = whole.replace('"here"', `{${member}${deep}${close}`);
    const answer = await person.send("POST", "/api/v1/import", body, {
      "content-type": "application/json",
      "accept-language": "ur",
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: "file_bound",
      bound: "depth",
      max: 64,
      length: expect.any(Number),
      detail: expect.stringContaining("درجے"),
    });
    expect((await exportOf(person)).tasks).toEqual([]);
  });

  it("takes no number from the person", async () => {
    const person = await api.signUp();
    const copy = structuredClone(file);
    copy.conversations[0]?.messages[0]?.parts.push({ type: "text", text: "\ud800" });
    expect((await person.call("POST", "/api/v1/import", copy)).status).toBe(422);
    const made = await person.call("POST", "/api/v1/tasks", { title: "first" });
    expect(await made.json()).toMatchObject({ id: 1 });
  });

  it("is rolled back when the database refuses a value", async () => {
    const person = await api.signUp();
    const copy = structuredClone(file);
    // JSON allows half a surrogate pair, PostgreSQL does not.
    copy.conversations[0]?.messages[0]?.parts.push({ type: "text", text: "\ud800" });
    expect((await person.call("POST", "/api/v1/import", copy)).status).toBe(422);
    expect(content(await exportOf(person))).toEqual({ tasks: [], history: [], conversations: [] });
  });

  it("is refused when it is not JSON, contains NUL, is too large, or is unauthenticated", async () => {
    const send = (body: string, headers: Record<string, string> = {}) =>
      api.fetch("/api/v1/import", {
        method: "POST",
        headers: {
          authorization: `Bearer ${amna.token}`,
          "content-type": "application/json",
          ...headers,
        },
        body,
      });
    expect((await send("{")).status).toBe(422);
    expect((await send(JSON.stringify({ ...file, format: "\0" }))).status).toBe(422);
    expect((await send("[]", { authorization: "Bearer x" })).status).toBe(401);
    const length = { "content-length": String(ARCHIVE_MAX + 1) };
    expect((await send("{}", length)).status).toBe(413);
  });
});

it("imports a file once per Idempotency-Key, however often it is sent", async () => {
  const sana = await api.signUp();
  const send = (text: string) =>
    api.fetch("/api/v1/import", {
      method: "POST",
      headers: { authorization: `Bearer ${sana.token}`, "idempotency-key": "one import" },
      body: text,
    });
  const text = JSON.stringify(file);
  const answers = [await send(text), await send(text), await send(text)];
  for (const answer of answers) expect(answer.status).toBe(200);
  const [first, ...rest] = await Promise.all(answers.map((answer) => answer.json()));
  for (const other of rest) expect(other).toEqual(first);
  expect((await exportOf(sana)).tasks).toHaveLength(file.tasks.length);
  const { id } = (await (await sana.call("POST", "/api/v1/tasks", { title: "next" })).json()) as {
    id: number;
  };
  expect(id).toBe(file.account.last_task_id + 1);
  expect((await send(JSON.stringify({ ...file, history: [] }))).status).toBe(422);
});
