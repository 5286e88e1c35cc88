import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChatAnswer, chat, tasksOf } from "#app/api/testing/chat";
import type { RunEvent } from "#app/conversations/runs/run-event";
import { createTestApi, type TestApi } from "#testing/test-app";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

/** The events of a stream, to its end. */
async function readEvents(response: Response): Promise<RunEvent[]> {
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  return (await response.text())
    .split("\n\n")
    .filter((block) => block.includes("event: "))
    .map((block) => {
      const [, type] = /^event: (.*)$/m.exec(block) ?? [];
      const [, data = ""] = /^data: (.*)$/m.exec(block) ?? [];
      const [, seq] = /^id: (.*)$/m.exec(block) ?? [];
      return { seq: Number(seq), type, data: JSON.parse(data) } as RunEvent;
    });
}

describe("chat", () => {
  it("creates, lists, completes and deletes tasks in English, Urdu and Roman Urdu", async () => {
    const amna = await api.signUp();
    const added = await chat(amna, "add buy milk tomorrow at 5pm");
    expect(added).toMatchObject({ status: "completed", agent: "orchestrator", language: "en" });
    expect(added.tool_calls).toMatchObject([{ name: "create_task" }]);
    expect(added.response).toContain("#1 buy milk");
    expect(await tasksOf(amna)).toMatchObject([{ id: 1, title: "buy milk" }]);

    const listed = await chat(amna, "میرے کام دکھاؤ", added.conversation_id);
    expect(listed).toMatchObject({ agent: "urdu_specialist", language: "ur" });
    expect(listed.conversation_id).toBe(added.conversation_id);
    expect(listed.response).toMatch(/[؀-ۿ]/);
    expect(listed.response).toContain("buy milk");
    const stored = await amna.call("GET", `/api/v1/conversations/${added.conversation_id}`);
    const { messages } = (await stored.json()) as { messages: { parts: object[] }[] };
    expect(messages.at(-1)?.parts.at(-1)).toMatchObject({ shown: [{ id: 1, title: "buy milk" }] });

    const done = await chat(amna, "pehla kaam mukammal karo", added.conversation_id);
    expect(done).toMatchObject({ agent: "urdu_specialist", language: "ur-Latn" });
    expect(await tasksOf(amna)).toMatchObject([{ completed: true }]);

    const asked = await chat(amna, "delete buy milk", added.conversation_id);
    expect(asked.status).toBe("awaiting_approval");
    expect(asked.approvals).toMatchObject([
      { tool: "delete_task", before: [{ id: 1, title: "buy milk" }], after: [] },
    ]);
    expect(asked.response).toContain("buy milk");
    expect(await tasksOf(amna)).toHaveLength(1);

    const deleted = await chat(amna, "yes", added.conversation_id);
    expect(deleted).toMatchObject({ status: "completed", run_id: asked.run_id });
    expect(deleted.tool_calls).toMatchObject([{ name: "delete_task" }]);
    expect(await tasksOf(amna)).toEqual([]);
  });

  it("responds at each of its paths, with JSON and with a stream", async () => {
    const amna = await api.signUp();
    let said = 0;
    for (const path of ["/chat", "/api/v1/chat", `/api/${amna.id}/chat`]) {
      said += 1;
      const first = await amna.call("POST", path, { message: `add thing ${said}` });
      expect(first.headers.get("content-type"), path).toContain("application/json");
      const { conversation_id, response, tool_calls } = (await first.json()) as ChatAnswer;
      expect(conversation_id, path).toBe(said);
      expect(response, path).toContain(`thing ${said}`);
      expect(tool_calls, path).toMatchObject([{ name: "create_task", result: { task: {} } }]);

      const body = { message: "show my tasks", conversation_id };
      const accept = { accept: "text/event-stream" };
      const events = await readEvents(await amna.call("POST", path, body, accept));
      expect(events[0], path).toMatchObject({ type: "run.started", data: { conversation_id } });
      expect(events.at(-1), path).toMatchObject({
        type: "run.completed",
        data: { response: expect.stringContaining(`thing ${said}`) },
      });
    }
    const bilal = await api.signUp("Bilal");
    const foreign = await bilal.call("POST", `/api/${amna.id}/chat`, { message: "show my tasks" });
    expect(foreign.status).toBe(404);
    const mine = { message: "show my tasks", conversation_id: 2 };
    expect((await bilal.call("POST", "/api/v1/chat", mine)).status).toBe(404);
  });

  it("keeps the task when the deletion is rejected in Urdu", async () => {
    const amna = await api.signUp();
    const { conversation_id } = await chat(amna, "add buy milk");
    expect((await chat(amna, "buy milk delete kar do", conversation_id)).status).toBe(
      "awaiting_approval",
    );
    const kept = await chat(amna, "nahi", conversation_id);
    expect(kept.status).toBe("completed");
    expect(await tasksOf(amna)).toHaveLength(1);
  });

  it("withdraws the question of a run with another message", async () => {
    const amna = await api.signUp();
    const { conversation_id } = await chat(amna, "add buy milk");
    const asked = await chat(amna, "delete buy milk", conversation_id);
    const other = await chat(amna, "add call Ali", conversation_id);
    expect(other).toMatchObject({ status: "completed" });
    expect(other.response).toMatch(/^I did not delete #1 buy milk\.\n\n.*#2 call Ali/s);
    expect(other.run_id).not.toBe(asked.run_id);
    const run = await amna.call("GET", `/api/v1/runs/${asked.run_id}`);
    expect(await run.json()).toMatchObject({ status: "cancelled", approvals: [] });
    await chat(amna, "haan", conversation_id);
    expect(await tasksOf(amna)).toHaveLength(2);
  });

  it("accepts approvals by id, once", async () => {
    const amna = await api.signUp();
    const { conversation_id } = await chat(amna, "add buy milk");
    const { run_id, approvals } = await chat(amna, "delete buy milk", conversation_id);
    const path = `/api/v1/runs/${run_id}/approvals`;
    const id = approvals[0]?.id ?? "";
    const strange = await amna.call("POST", path, { approve: ["nothing"] });
    expect(strange.status).toBe(422);
    expect((await amna.call("POST", path, {})).status).toBe(422);
    expect(await tasksOf(amna)).toHaveLength(1);

    const both = await Promise.all([
      amna.call("POST", path, { approve: [id] }),
      amna.call("POST", path, { approve: [id] }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await tasksOf(amna)).toEqual([]);
  });

  it("asks again when the task changed before the approval", async () => {
    const amna = await api.signUp();
    const { conversation_id } = await chat(amna, "add buy milk");
    await chat(amna, "delete buy milk", conversation_id);
    await amna.call("PATCH", "/api/v1/tasks/1", { title: "buy milk for the wedding" });
    const again = await chat(amna, "yes", conversation_id);
    expect(again.status).toBe("awaiting_approval");
    expect(again.response).toContain("changed in the meantime");
    expect(again.approvals).toMatchObject([{ before: [{ title: "buy milk for the wedding" }] }]);
    expect(await tasksOf(amna)).toHaveLength(1);
    expect((await chat(amna, "yes", conversation_id)).status).toBe("completed");
    expect(await tasksOf(amna)).toEqual([]);
  });

  it("streams tokens, tool calls and the handoff, and resumes after any event", async () => {
    const amna = await api.signUp();
    const body = { message: "دودھ خریدنا شامل کرو" };
    const accept = { accept: "text/event-stream" };
    const events = await readEvents(await amna.call("POST", "/chat", body, accept));
    const types = events.map(({ type }) => type);
    expect(types[0]).toBe("run.started");
    expect(types.at(-1)).toBe("run.completed");
    expect(types).toContain("message.delta");
    expect(types.indexOf("tool.started")).toBeGreaterThan(types.lastIndexOf("agent.changed"));
    expect(types.indexOf("tool.completed")).toBeGreaterThan(types.indexOf("tool.started"));
    expect(events.filter(({ type }) => type === "agent.changed").map(({ data }) => data)).toEqual([
      { agent: "orchestrator" },
      { agent: "urdu_specialist" },
    ]);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const text = events.map((event) => (event.type === "message.delta" ? event.data.text : ""));
    const completed = events.find(({ type }) => type === "message.completed");
    expect(completed?.data).toMatchObject({ text: text.join(""), language: "ur" });

    const started = events[0]?.data as { run_id: string };
    const resumed = await amna.call("GET", `/api/v1/runs/${started.run_id}/events`, undefined, {
      "last-event-id": "3",
    });
    expect(await readEvents(resumed)).toEqual(events.slice(3));
  });

  it("continues the run after a disconnect", async () => {
    const amna = await api.signUp();
    const prefer = { prefer: "respond-async" };
    const response = await amna.call("POST", "/api/v1/chat", { message: "add buy milk" }, prefer);
    expect(response.status).toBe(202);
    const { run_id } = (await response.json()) as ChatAnswer;
    const reader = new AbortController();
    const left = await api.fetch(`/api/v1/runs/${run_id}/events`, {
      headers: { authorization: `Bearer ${amna.token}` },
      signal: reader.signal,
    });
    await left.body?.cancel();
    const events = await amna.call("GET", `/api/v1/runs/${run_id}/events`);
    expect((await readEvents(events)).at(-1)?.type).toBe("run.completed");
    expect(await tasksOf(amna)).toHaveLength(1);
  });

  it("executes several requests of one message in order", async () => {
    const amna = await api.signUp();
    await chat(amna, "add call mom, then add water the plants and then add pay rent");
    const titles = (await tasksOf(amna)).sort((a, b) => a.id - b.id).map(({ title }) => title);
    expect(titles).toEqual(["call mom", "water the plants", "pay rent"]);
  });

  it("executes all concurrent messages of a conversation", async () => {
    const amna = await api.signUp();
    const { conversation_id } = await chat(amna, "add rice");
    const titles = ["tea", "soap", "candles", "butter"];
    await Promise.all(titles.map((title) => chat(amna, `add ${title}`, conversation_id)));
    const tasks = await tasksOf(amna);
    expect(tasks.map(({ title }) => title).sort()).toEqual([...titles, "rice"].sort());
  });
});

describe("bad input", () => {
  it("is reported as a problem and stores nothing", async () => {
    const amna = await api.signUp();
    const cases: [body: unknown, code: string, status: number][] = [
      [{ message: "" }, "message_empty", 422],
      [{ message: " \n " }, "message_empty", 422],
      [{ message: "x".repeat(10_001) }, "message_too_long", 422],
      [{ message: 5 }, "invalid_input", 422],
      [{}, "invalid_input", 422],
      [{ message: "hi", conversation_id: "one" }, "invalid_input", 422],
      [{ message: "hi", time_zone: "Mars/Base" }, "invalid_input", 422],
      [{ message: "hi", conversation_id: 77 }, "conversation_not_found", 404],
      [{ message: "hi", user_id: "somebody" }, "not_found", 404],
    ];
    for (const [body, code, status] of cases) {
      const response = await amna.call("POST", "/api/v1/chat", body);
      expect(response.status, code).toBe(status);
      expect(await response.json()).toMatchObject({ code, status });
    }
    const bad = await api.fetch("/chat", {
      method: "POST",
      headers: { authorization: `Bearer ${amna.token}`, "content-type": "application/json" },
      body: '{"message":',
    });
    expect(bad.status).toBe(400);
    expect(await bad.json()).toMatchObject({ code: "invalid_json" });
    expect(await api.app.db.message.count({ where: { userId: amna.id } })).toBe(0);
    const fits = await amna.call("POST", "/api/v1/chat", { message: "x".repeat(10_000) });
    expect(fits.status).toBe(200);
  });

  it("reports runs, streams and conversations of other users as not found", async () => {
    const [amna, bilal] = [await api.signUp(), await api.signUp("Bilal")];
    const { run_id } = await chat(amna, "add secret");
    for (const [method, path] of [
      ["GET", ""],
      ["GET", "/events"],
      ["POST", "/stop"],
    ] as const) {
      const response = await bilal.call(method, `/api/v1/runs/${run_id}${path}`);
      expect(response.status, path).toBe(404);
    }
    expect((await bilal.call("POST", `/api/v1/runs/${run_id}/approvals`, {})).status).toBe(404);
    expect((await bilal.call("GET", "/api/v1/runs/not-an-id")).status).toBe(404);
    const stolen = await bilal.call("POST", "/api/v1/chat", { message: "hi", conversation_id: 1 });
    expect(stolen.status).toBe(404);
    expect((await bilal.call("POST", `/api/${amna.id}/chat`, { message: "hi" })).status).toBe(404);
  });
});
