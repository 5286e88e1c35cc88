// One key, one effect: at every POST, however often and however soon it is sent again.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendMessage } from "#app/conversations/testing/chat-reader";
import { oncePerSubmission } from "#app/platform/idempotency";
import { actOnTasks } from "#app/tasks/list/act-on-tasks.server";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

let keys = 0;
const newKey = () => {
  keys += 1;
  return `key-${keys}`;
};
const withKey = (key: string) => ({ "idempotency-key": key });

/** Sends a request three times at once and once more; gives the bodies, which all are 2xx. */
async function often(send: () => Promise<Response>): Promise<unknown[]> {
  const responses = await Promise.all([send(), send(), send()]);
  responses.push(await send());
  const texts = await Promise.all(responses.map((response) => response.text()));
  responses.forEach((response, n) => {
    expect(response.status, texts[n]).toBeGreaterThanOrEqual(200);
    expect(response.status, texts[n]).toBeLessThan(300);
  });
  return texts.map((text) => (text ? JSON.parse(text) : null));
}

const titles = async (person: TestPerson) => {
  const { tasks } = (await (await person.call("GET", "/api/v1/tasks?status=all")).json()) as {
    tasks: { title: string }[];
  };
  return tasks.map(({ title }) => title);
};

describe("a key sent three times at once, and again", () => {
  it("creates one task", async () => {
    const person = await api.signUp();
    const key = newKey();
    const bodies = await often(() =>
      person.call("POST", "/api/v1/tasks", { title: "milk" }, withKey(key)),
    );
    for (const body of bodies) expect(body).toEqual(bodies[0]);
    expect(await titles(person)).toEqual(["milk"]);
  });

  it("starts one run of the chat, as JSON, asynchronously and as a stream", async () => {
    const person = await api.signUp();
    const message = { message: "add buy bread" };
    for (const path of ["/api/v1/chat", "/chat", `/api/${person.id}/chat`]) {
      const key = newKey();
      const bodies = (await often(() => person.call("POST", path, message, withKey(key)))) as {
        run_id: string;
        response: string;
      }[];
      expect(new Set(bodies.map(({ run_id }) => run_id)).size).toBe(1);
      expect(new Set(bodies.map(({ response }) => response)).size).toBe(1);
    }
    const key = newKey();
    const started = (await often(() =>
      person.call("POST", "/api/v1/chat", message, { ...withKey(key), prefer: "respond-async" }),
    )) as { run_id: string }[];
    const streams = await Promise.all(
      [1, 2, 3].map(async () => {
        const headers = { ...withKey(key), accept: "text/event-stream" };
        return (await person.call("POST", "/api/v1/chat", message, headers)).text();
      }),
    );
    for (const text of streams) {
      expect(text).toContain(started[0]?.run_id);
      expect(text).toContain("run.completed");
    }
    expect(await titles(person)).toHaveLength(4);
  });

  it("starts one run of ChatKit", async () => {
    const person = await api.signUp();
    const key = newKey();
    const content = [{ type: "input_text", text: "add buy rice" }];
    const create = { type: "threads.create", params: { input: { content } } };
    const responses = await Promise.all(
      [1, 2, 3].map(() => person.call("POST", "/api/chatkit", create, withKey(key))),
    );
    const texts = await Promise.all(responses.map((response) => response.text()));
    const threads = texts.map((text) => /"thread":\{"id":"(\d+)"/.exec(text)?.[1]);
    expect(new Set(threads).size).toBe(1);
    expect(await titles(person)).toEqual(["buy rice"]);
  });

  it("answers an approval, undoes a run, restores and toggles once", async () => {
    const person = await api.signUp();
    await person.call("POST", "/api/v1/tasks", { title: "milk" });
    const asked = await sendMessage(person, "delete task 1");
    const approve = { approve: asked.approvals.map(({ id }) => id), reject: [] };
    const answerKey = newKey();
    const answers = (await often(() =>
      person.call("POST", `/api/v1/runs/${asked.run_id}/approvals`, approve, withKey(answerKey)),
    )) as { status: string }[];
    expect(answers.map(({ status }) => status)).toEqual(Array(4).fill("completed"));
    expect(await titles(person)).toEqual([]);

    const undoKey = newKey();
    const undone = await often(() =>
      person.call("POST", `/api/v1/runs/${asked.run_id}/undo`, {}, withKey(undoKey)),
    );
    for (const body of undone) expect(body).toEqual(undone[0]);
    expect(await titles(person)).toEqual(["milk"]);

    await person.call("DELETE", "/api/v1/tasks/1");
    const restoreKey = newKey();
    await often(() =>
      person.call("POST", "/api/v1/tasks/1/restore", undefined, withKey(restoreKey)),
    );
    const toggleKey = newKey();
    const toggled = (await often(() =>
      person.call("PATCH", "/api/v1/tasks/1/complete", undefined, withKey(toggleKey)),
    )) as { completed: boolean }[];
    expect(toggled.map(({ completed }) => completed)).toEqual([true, true, true, true]);
  });

  it("imports one file, and tells the others to come again while it is read", async () => {
    const person = await api.signUp();
    const key = newKey();
    const file = { tasks: [{ title: "a" }, { title: "b" }] };
    const send = () => person.call("POST", "/api/v1/tasks/import", file, withKey(key));
    for (const response of await Promise.all([send(), send(), send()])) {
      // A person has one import at a time: whoever comes meanwhile may repeat the key.
      expect([201, 429]).toContain(response.status);
      if (response.status === 429) expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
    }
    const again = await send();
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual({ imported: 2 });
    expect(await titles(person)).toHaveLength(2);
  });

  it("adds one task by a form", async () => {
    const person = await api.signUp();
    const actor = { userId: person.id, by: "person", timeZone: "Asia/Karachi" } as const;
    const form = (title: string, submission = "submission-of-a-form") => ({
      intent: "add" as const,
      title,
      date: "",
      time: "",
      priority: "medium" as const,
      category: "",
      literal: "",
      submission,
    });
    const add = (title: string, submission?: string) => {
      const data = form(title, submission);
      return oncePerSubmission(api.app.db, person.id, data, (tx) => actOnTasks(tx, actor, data));
    };
    const outcomes = await Promise.all([add("milk"), add("milk"), add("milk")]);
    outcomes.push(await add("milk"));
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    expect(await titles(person)).toEqual(["milk"]);
    // Corrected and sent again, it is another submission; so is one of another page.
    await add("bread");
    await add("milk", "submission-of-another");
    expect((await titles(person)).sort()).toEqual(["bread", "milk", "milk"]);
    // What was refused is not stored.
    expect(await add("\u200b")).toMatchObject({ ok: false });
    expect(await add("\u200b")).toMatchObject({ ok: false });
  });
});

describe("a key", () => {
  it("with another request is rejected, also for the chat", async () => {
    const person = await api.signUp();
    const key = newKey();
    expect((await person.call("POST", "/api/v1/tasks", { title: "a" }, withKey(key))).status).toBe(
      201,
    );
    for (const [path, body] of [
      ["/api/v1/tasks", { title: "b" }],
      ["/api/v1/chat", { message: "add b" }],
      ["/api/v1/tasks/1/restore", undefined],
    ] as const) {
      const response = await person.call("POST", path, body, withKey(key));
      expect(response.status, path).toBe(422);
      expect(await response.json()).toMatchObject({ code: "idempotency_conflict" });
    }
    expect(await titles(person)).toEqual(["a"]);
  });

  it("is a person's own", async () => {
    const [one, other] = [await api.signUp(), await api.signUp()];
    const key = newKey();
    for (const person of [one, other])
      await person.call("POST", "/api/v1/tasks", { title: person.email }, withKey(key));
    expect(await titles(one)).toEqual([one.email]);
    expect(await titles(other)).toEqual([other.email]);
  });

  it("of a request that failed can be used again", async () => {
    const person = await api.signUp();
    const key = newKey();
    const send = () => person.call("POST", "/api/v1/tasks/1/restore", undefined, withKey(key));
    expect((await send()).status).toBe(404);
    await person.call("POST", "/api/v1/tasks", { title: "a" });
    await person.call("DELETE", "/api/v1/tasks/1");
    expect((await send()).status).toBe(200);
  });

  it.each(["", "x".repeat(256), "é", " a"])("is not %j", async (key) => {
    const person = await api.signUp();
    for (const [path, body] of [
      ["/api/v1/tasks", { title: "a" }],
      ["/api/v1/chat", { message: "hello" }],
    ] as const) {
      const response = await person.call("POST", path, body, withKey(key));
      expect([201, 200, 422]).toContain(response.status);
      if (key !== " a") expect(response.status).toBe(422);
    }
  });
});
