import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { upload } from "#app/conversations/testing/upload";
import { createTestApi, type TestApi, type TestPerson } from "#app/platform/testing/test-app";
import { type AccountFile, ATTACHED_MAX } from "./account-file";

let api: TestApi;
let amna: TestPerson;
let file: AccountFile;

async function exported(person: TestPerson): Promise<AccountFile> {
  const response = await person.call("GET", "/api/v1/export");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-disposition")).toMatch(/attachment; filename="karlo-/);
  return (await response.json()) as AccountFile;
}
/** A file's id in its conversation and its messages is another after an import. */
const unnamed = (text: string) => JSON.parse(text.replace(UUID_MEMBER, '"id": "same"'));
const UUID_MEMBER = /"id":\s?"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g;
const content = ({ tasks, history, conversations }: AccountFile) => ({
  tasks,
  history,
  conversations,
});

beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp();
  const titles = ["پلمبر کو فون کرنا", "buy milk", "gone"];
  for (const title of titles) {
    await amna.call("POST", "/api/v1/tasks", { title, due_at: "2026-11-22", category: "home" });
  }
  await amna.call("PATCH", "/api/v1/tasks/1", { due_at: "2026-11-22T17:00:00+05:00" });
  await amna.call("PATCH", "/api/v1/tasks/2", { recurrence: "FREQ=DAILY" });
  await amna.call("PATCH", "/api/v1/tasks/2/complete");
  await amna.call("DELETE", "/api/v1/tasks/3");
  await amna.call("POST", "/api/v1/chat", { message: "delete buy milk" });
  const { id } = await upload(amna, new File(["دودھ\n"], "note.txt"));
  await amna.call("POST", "/api/v1/chat", {
    message: "hello",
    conversation_id: 1,
    attachments: [id],
  });
  file = await exported(amna);
});
afterAll(() => api.close());

describe("an export", () => {
  it("holds all that is the person's, the trash and the history too", () => {
    expect(file.tasks.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(file.tasks[2]?.deleted_at).not.toBeNull();
    expect(file.history.map(({ action }) => action)).toContain("deleted");
    expect(file.conversations[0]?.messages.length).toBeGreaterThanOrEqual(2);
    expect(file.conversations[0]?.attachments).toMatchObject([
      { name: "note.txt", media_type: "text/plain", content: "2K/ZiNiv2r4K" },
    ]);
    expect(JSON.stringify(file)).not.toMatch(/password|refresh_token|[0-9a-f]{32}:[0-9a-f]{128}/);
  });

  it("comes back the same in an empty account", async () => {
    const other = await api.signUp();
    const answer = await other.call("POST", "/api/v1/import", file);
    expect(await answer.json()).toEqual({ tasks: 4, conversations: 1 });
    const again = await exported(other);
    expect(unnamed(JSON.stringify(content(again)))).toEqual(unnamed(JSON.stringify(content(file))));
    const [conversation] = again.conversations;
    const parts = conversation?.messages.flatMap((message) => message.parts) ?? [];
    const named = parts.find(({ type }) => type === "attachment");
    expect(named?.id).toBe(conversation?.attachments[0]?.id);
    expect(named?.id).not.toBe(file.conversations[0]?.attachments[0]?.id);
    const kept = await other.call("GET", `/api/v1/attachments/${named?.id}`);
    expect(await kept.text()).toBe("دودھ\n");
    expect(again.account).toMatchObject({
      time_zone: "Asia/Karachi",
      last_task_id: 4,
      last_conversation_id: 1,
    });
    const made = await other.call("POST", "/api/v1/tasks", { title: "next" });
    expect(await made.json()).toMatchObject({ id: 5 });
  });

  it("is counted on where numbers are taken", async () => {
    const other = await api.signUp();
    await other.call("POST", "/api/v1/tasks", { title: "mine" });
    expect((await other.call("POST", "/api/v1/import", file)).status).toBe(200);
    const { tasks, history } = await exported(other);
    expect(tasks.map(({ id, title }) => [id, title])).toEqual([
      [1, "mine"],
      ...file.tasks.map(({ id, title }) => [id + 1, title]),
    ]);
    expect(tasks.find(({ id }) => id === 5)?.previous_id).toBe(3);
    expect(history.at(-1)?.task_id).toBe((history.at(-1)?.after ?? history.at(-1)?.before)?.id);
  });
});

describe("files", () => {
  it("that are more than one export holds are named without their content, the older first", async () => {
    const other = await api.signUp();
    const png = Buffer.from(
      "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489",
      "hex",
    );
    const ids: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      const image = Buffer.concat([png, Buffer.alloc(ATTACHED_MAX / 4 - png.length)]);
      ids.push((await upload(other, new File([image], `${at}.png`))).id);
    }
    await other.call("POST", "/api/v1/chat", { message: "", attachments: ids });
    const full = await exported(other);
    const held = full.conversations[0]?.attachments ?? [];
    expect(held.map((one) => one.content === null)).toEqual([true, false, false, false, false]);
    const back = await api.signUp();
    expect((await back.call("POST", "/api/v1/import", full)).status).toBe(200);
    const [said] = (await exported(back)).conversations[0]?.messages ?? [];
    expect(said?.parts).toHaveLength(5);
    expect(await api.karlo.db.attachment.count({ where: { userId: back.id } })).toBe(4);
    const again = await back.call("POST", "/api/v1/import", full);
    expect(again.status).toBe(200);
  });

  it("are taken for what they are when they come back, and only as many as there is room for", async () => {
    const person = await api.signUp();
    const copy = structuredClone(file);
    const [note] = copy.conversations[0]?.attachments ?? [];
    Object.assign(note ?? {}, { media_type: "text/html", name: "../a.html" });
    expect((await person.call("POST", "/api/v1/import", copy)).status).toBe(200);
    const [kept] = (await exported(person)).conversations[0]?.attachments ?? [];
    expect(kept).toMatchObject({ media_type: "text/plain", name: "a.html" });
    Object.assign(note ?? {}, { content: Buffer.from("%PDF-1.7 \0").toString("base64") });
    const refused = await person.call("POST", "/api/v1/import", copy);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ field: "conversations.0.attachments.0" });
  });
});

describe("an import that does not fit", () => {
  const wrong: [string, (file: AccountFile) => unknown, string][] = [
    ["another format", () => ({ tasks: [] }), "format"],
    ["a bad title", (f) => ((f.tasks[3] as { title: string }).title = ""), "tasks.3.title"],
    ["a bad rule", (f) => ((f.tasks[1] as { recurrence: string }).recurrence = "NO"), "recurrence"],
    ["two of a number", (f) => ((f.tasks[1] as { id: number }).id = 1), "tasks.1.id"],
    ["a member too many", (f) => Object.assign(f.tasks[0] as object, { user_id: "x" }), "tasks.0"],
    [
      "a broken message",
      (f) => f.conversations[0]?.messages[0]?.parts.push({ type: "text" }),
      "conversations.0.messages.0.parts.1.text",
    ],
  ];

  it.each(wrong)("says what is wrong and leaves everything as it was: %s", async (_, spoil, at) => {
    const person = await api.signUp();
    const copy = structuredClone(file);
    const spoiled = spoil(copy);
    const body = at === "format" ? spoiled : copy;
    const response = await person.call("POST", "/api/v1/import", body);
    expect(response.status).toBe(422);
    const answer = (await response.json()) as { code: string; field: string; detail: string };
    expect(answer).toMatchObject({ code: "archive_invalid", field: expect.stringContaining(at) });
    expect(answer.detail).toContain("Nothing was imported");
    expect((await exported(person)).tasks).toEqual([]);
  });

  it("is all or nothing when the database refuses", async () => {
    const person = await api.signUp();
    const copy = structuredClone(file);
    // JSON allows half a surrogate pair, PostgreSQL does not.
    copy.conversations[0]?.messages[0]?.parts.push({ type: "text", text: "\ud800" });
    expect((await person.call("POST", "/api/v1/import", copy)).status).toBe(422);
    expect(content(await exported(person))).toEqual({ tasks: [], history: [], conversations: [] });
  });

  it("refuses what is no JSON, holds NUL, is too large, or comes from nobody", async () => {
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
    expect((await send(" ".repeat(33 * 1024 * 1024))).status).toBe(413);
  });
});
