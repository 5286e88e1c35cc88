import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TASK_FILES_MAX } from "#app/attachments/attachment";
import { purgeAttachments } from "#app/attachments/purge-attachments.server";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  amna = await api.signUp();
});

interface WireFile {
  id: string;
  name: string;
}

const call = async (method: string, path: string, body?: object, person = amna) => {
  const response = await person.call(method, `/api/v1${path}`, body);
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
};
const task = async (fields: object = {}): Promise<number> =>
  (await call("POST", "/tasks", { title: "x", ...fields })).body.id;
async function add(id: number, name = "note.txt", text = "milk", person = amna) {
  const form = new FormData();
  form.set("file", new File([text], name));
  const response = await person.send("POST", `/api/v1/tasks/${id}/attachments`, form);
  return { status: response.status, body: (await response.json()) as WireFile & { code: string } };
}
const filesOf = async (id: number, person = amna): Promise<string[]> =>
  (await call("GET", `/tasks/${id}/attachments`, undefined, person)).body.attachments.map(
    ({ name }: WireFile) => name,
  );
const later = (days: number) => new Date(Date.now() + days * 86_400_000);

describe("the files of a task", () => {
  it("are added, opened, taken off and put back, by their owner alone", async () => {
    const id = await task();
    const { status, body: file } = await add(id);
    expect(status).toBe(201);
    expect(await filesOf(id)).toEqual(["note.txt"]);
    const content = await amna.call("GET", `/api/v1/attachments/${file.id}`);
    expect(await content.text()).toBe("milk");

    const other = await api.signUp();
    const theirs = (await call("POST", "/tasks", { title: "theirs" }, other)).body.id;
    expect((await call("PUT", `/tasks/${theirs}/attachments/${file.id}`, {}, other)).status).toBe(
      404,
    );
    expect((await other.call("DELETE", `/api/v1/tasks/${id}/attachments/${file.id}`)).status).toBe(
      404,
    );
    expect(await filesOf(id)).toEqual(["note.txt"]);

    const one = `/tasks/${id}/attachments/${file.id}`;
    expect((await call("DELETE", one)).status).toBe(204);
    expect(await filesOf(id)).toEqual([]);
    expect((await call("DELETE", one)).status).toBe(404);
    await purgeAttachments(api.app.db, new Date());
    expect((await call("PUT", one)).status).toBe(200);
    expect((await call("PUT", one)).status).toBe(200);
    expect(await filesOf(id)).toEqual(["note.txt"]);
  });

  it("stay while a task has them, in the trash too, and are deleted a day after the last", async () => {
    const id = await task();
    const { body: file } = await add(id);
    const content = `/attachments/${file.id}`;
    await call("DELETE", `/tasks/${id}`);
    await purgeAttachments(api.app.db, later(10));
    expect((await call("POST", `/tasks/${id}/restore`)).status).toBe(200);
    expect(await filesOf(id)).toEqual(["note.txt"]);
    // One that is on a task cannot be deleted as if it had never been sent.
    expect((await call("DELETE", content)).status).toBe(409);
    await call("DELETE", `/tasks/${id}/attachments/${file.id}`);
    await purgeAttachments(api.app.db, later(0.9));
    expect((await amna.call("GET", `/api/v1${content}`)).status).toBe(200);
    await purgeAttachments(api.app.db, later(2));
    expect((await amna.call("GET", `/api/v1${content}`)).status).toBe(404);
  });

  it("go on to the next occurrence of what repeats, and of its steps", async () => {
    const id = await task({ due_at: "2026-12-01", recurrence: "FREQ=DAILY" });
    const step = await task({ parent_id: id });
    await add(id);
    await add(step, "step.txt");
    await call("PATCH", `/tasks/${step}`, { completed: true });
    await call("PATCH", `/tasks/${id}/complete`);
    const { tasks } = (await call("GET", "/tasks?status=open")).body;
    const next = tasks.find((one: { parent_id: number | null }) => one.parent_id === null);
    const nextStep = tasks.find((one: { parent_id: number | null }) => one.parent_id === next.id);
    expect(await filesOf(next.id)).toEqual(["note.txt"]);
    expect(await filesOf(nextStep.id)).toEqual(["step.txt"]);
    expect(await filesOf(id)).toEqual(["note.txt"]);
  });

  it("go on when the assistant completes it, whose tools have a role of their own", async () => {
    const fields = { title: "water the plants", due_at: "2026-12-01", recurrence: "FREQ=DAILY" };
    const id = await task(fields);
    await add(id);
    await call("POST", "/chat", { message: "complete water the plants" });
    const { tasks } = (await call("GET", "/tasks?status=open")).body;
    expect(await filesOf(tasks[0].id)).toEqual(["note.txt"]);
    expect(tasks[0].id).not.toBe(id);
  });

  it("have bounds", async () => {
    const id = await task();
    expect((await add(99)).status).toBe(404);
    expect((await add(id, "a.txt", "")).status).toBe(422);
    const added = await Promise.all(
      Array.from({ length: TASK_FILES_MAX + 3 }, (_, at) => add(id, `${at}.txt`)),
    );
    expect(added.filter(({ status }) => status === 201)).toHaveLength(TASK_FILES_MAX);
    expect(added.find(({ status }) => status !== 201)).toMatchObject({
      status: 422,
      body: { code: "task_files_full" },
    });
  });

  it("stay when the conversation that they came with is deleted", async () => {
    const id = await task();
    const form = new FormData();
    form.set("file", new File(["tea"], "tea.txt"));
    const sent = await amna.send("POST", "/api/v1/attachments", form);
    const file = (await sent.json()) as WireFile;
    const said = await call("POST", "/chat", { message: "hello", attachments: [file.id] });
    expect((await call("PUT", `/tasks/${id}/attachments/${file.id}`)).status).toBe(200);
    await call("DELETE", `/conversations/${said.body.conversation_id}`);
    expect(await filesOf(id)).toEqual(["tea.txt"]);
    expect((await amna.call("GET", `/api/v1/attachments/${file.id}`)).status).toBe(200);
  });

  it("are in the export of the account, and come back by it", async () => {
    const id = await task();
    await task();
    const { body: file } = await add(id);
    await call("PUT", `/tasks/${id + 1}/attachments/${file.id}`);
    const exported = (await call("GET", "/export")).body;
    expect(exported.files).toMatchObject([{ name: "note.txt", task_ids: [id, id + 1] }]);
    const other = await api.signUp();
    await call("POST", "/tasks", { title: "mine" }, other);
    expect((await call("POST", "/import", exported, other)).status).toBe(200);
    expect(await filesOf(id + 1, other)).toEqual(["note.txt"]);
    expect(await filesOf(id + 2, other)).toEqual(["note.txt"]);
    exported.files[0].task_ids = [77];
    expect((await call("POST", "/import", exported, other)).status).toBe(422);
  });
});
