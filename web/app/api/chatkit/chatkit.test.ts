import type { Widgets } from "@openai/chatkit";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { tasksOf } from "../testing/chat";
import { ChatKitClient } from "./testing/chatkit-client";
import type { Page, Thread, ThreadItem, WireAttachment } from "./wire";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const connect = ({ call }: TestPerson) =>
  new ChatKitClient((body) => call("POST", "/api/chatkit", body));

const typesOf = ({ thread }: ChatKitClient) => thread.items.map(({ type }) => type);

const textsOf = (items: ThreadItem[]) =>
  items.flatMap((item) =>
    item.type === "assistant_message" ? item.content.map(({ text }) => text) : [],
  );

/** The most recent widget. */
function lastWidget({ thread }: ChatKitClient) {
  const item = thread.items.findLast(({ type }) => type === "widget");
  if (item?.type !== "widget") throw new Error("no widget");
  return item;
}

const titlesOf = async (person: TestPerson) => (await tasksOf(person)).map(({ title }) => title);

/** Expects the streamed items to equal the listed ones. */
async function expectSameAfterReload(client: ChatKitClient, person: TestPerson) {
  const again = connect(person);
  await again.open(client.thread.id);
  const withoutTimes = (items: ThreadItem[]) => items.map(({ created_at: _, ...item }) => item);
  expect(withoutTimes(again.thread.items)).toEqual(withoutTimes(client.thread.items));
}

describe("a ChatKit conversation", () => {
  it("creates and deletes a task, with the same items after a reload", async () => {
    const amna = await api.signUp();
    const client = connect(amna);
    await client.say("add buy milk tomorrow at 5pm");
    expect(client.thread.id).toBe("1");
    expect(typesOf(client)).toEqual(["user_message", "workflow", "assistant_message"]);
    expect(textsOf(client.thread.items)[0]).toContain("#1 buy milk");
    const kinds = client.seen.map(({ type }) => type);
    expect(kinds.slice(0, 3)).toEqual(["thread.created", "thread.item.done", "stream_options"]);
    const updates = client.seen.flatMap((e) =>
      e.type === "thread.item.updated" ? [e.update.type] : [],
    );
    expect(updates).toContain("workflow.task.updated");
    expect(updates).toContain("assistant_message.content_part.text_delta");
    expect(updates.at(-1)).toBe("assistant_message.content_part.done");
    await expectSameAfterReload(client, amna);

    await client.say("delete buy milk");
    const asked = lastWidget(client);
    expectTypeOf(asked.widget).toEqualTypeOf<Widgets.Card>();
    expect(JSON.stringify(asked.widget.children)).toContain("buy milk");
    expect(asked.copy_text).toContain("#1 buy milk");
    expect(textsOf(client.thread.items).at(-1)).toContain("Say yes or no");
    expect(await titlesOf(amna)).toEqual(["buy milk"]);
    await expectSameAfterReload(client, amna);

    const action = asked.widget.confirm?.action;
    const params = { thread_id: client.thread.id, item_id: asked.id, action };
    await client.stream("threads.custom_action", params);
    expect(lastWidget(client).widget.confirm).toBeUndefined();
    expect(await titlesOf(amna)).toEqual([]);
    await expectSameAfterReload(client, amna);
    await expect(client.stream("threads.custom_action", params)).rejects.toThrow("409");
  });

  it("keeps the task when rejected by button, and deletes it when approved by message", async () => {
    const amna = await api.signUp();
    const client = connect(amna);
    await client.say("add buy milk");
    await client.say("delete buy milk");
    const { id, widget } = lastWidget(client);
    const reject = { thread_id: "1", item_id: id, action: widget.cancel?.action };
    const { updated_item: updated } = await client.ask<{ updated_item: ThreadItem }>(
      "threads.sync_custom_action",
      reject,
    );
    expect(updated).toMatchObject({ id, type: "widget" });
    expect(updated).not.toHaveProperty("widget.confirm");
    await expect.poll(() => typesAfter(amna)).toBe("assistant_message");
    expect(await titlesOf(amna)).toEqual(["buy milk"]);

    await client.open("1");
    await client.say("delete buy milk");
    await client.say("haan");
    expect(await titlesOf(amna)).toEqual([]);
    await expectSameAfterReload(client, amna);
  });

  it("takes the buttons from a question that another message withdraws", async () => {
    const amna = await api.signUp();
    const client = connect(amna);
    await client.say("add buy milk");
    await client.say("delete buy milk");
    expect(lastWidget(client).widget.confirm).toBeDefined();
    await client.say("show my tasks");
    expect(lastWidget(client).widget.confirm).toBeUndefined();
    expect(textsOf(client.thread.items).at(-2)).toBe("I did not delete #1 buy milk.");
    await expectSameAfterReload(client, amna);
    expect(await titlesOf(amna)).toEqual(["buy milk"]);
  });

  it("reports the handoff in the language of the client", async () => {
    const amna = await api.signUp();
    const client = new ChatKitClient((body) =>
      amna.call("POST", "/api/chatkit", body, { "accept-language": "ur" }),
    );
    await client.say("دودھ خریدنا شامل کرو");
    const told = client.seen.find(({ type }) => type === "progress_update");
    expect(told).toMatchObject({ text: expect.stringMatching(/[؀-ۿ]/) });
    const workflow = client.thread.items.find(({ type }) => type === "workflow");
    expect(JSON.stringify(workflow)).toMatch(/[؀-ۿ]/);
  });

  it("can be followed after a disconnect in the middle of an answer", async () => {
    const amna = await api.signUp();
    for (let n = 1; n <= 12; n += 1) await amna.call("POST", "/api/v1/tasks", { title: `t ${n}` });
    const client = connect(amna);
    const isText = (e: { type: string }) => e.type === "thread.item.updated";
    await client.say("show my tasks", isText);

    const back = connect(amna);
    await back.open(client.thread.id);
    const follow = { thread_id: client.thread.id, action: { type: "karlo.follow" } };
    await back
      .stream("threads.custom_action", follow)
      // The run may have completed before the reconnect.
      .catch((error: Error) => expect(error.message).toContain("409"));
    await back.open(client.thread.id);
    expect(typesOf(back)).toEqual(["user_message", "workflow", "assistant_message"]);
    expect(textsOf(back.thread.items)[0]).toContain("t 12");
  });

  it("resends a message and removes everything after it", async () => {
    const amna = await api.signUp();
    const client = connect(amna);
    await client.say("add buy milk");
    await client.say("show my tasks");
    const [first] = client.thread.items;
    await client.stream("threads.retry_after_item", { thread_id: "1", item_id: first?.id });
    expect(typesOf(client)).toEqual(["user_message", "workflow", "assistant_message"]);
    expect(client.thread.items[0]?.id).not.toBe(first?.id);
    await expectSameAfterReload(client, amna);
    const gone = { thread_id: "1", item_id: first?.id };
    await expect(client.stream("threads.retry_after_item", gone)).rejects.toThrow("404");
  });

  it("accepts tags and quotes, and rejects empty messages and unknown attachments", async () => {
    const amna = await api.signUp();
    const client = connect(amna);
    const input = {
      content: [
        { type: "input_text", text: "add call " },
        { type: "input_tag", id: "7", text: "Ali", data: {}, interactive: false },
      ],
      attachments: [],
      quoted_text: "He waits.",
    };
    await client.stream("threads.create", { input });
    const [said] = client.thread.items;
    expect(said).toMatchObject({ content: [{ text: "add call Ali\n\n> He waits." }] });
    const empty = { content: [{ type: "input_text", text: "  " }], attachments: [] };
    await expect(client.stream("threads.create", { input: empty })).rejects.toThrow("422");
    const attached = { content: [{ type: "input_text", text: "x" }], attachments: ["a"] };
    await expect(client.stream("threads.create", { input: attached })).rejects.toThrow("404");
  });

  it("uploads attachments in two phases and lists them after a reload", async () => {
    const amna = await api.signUp();
    const client = connect(amna);
    const request = { name: "notes.txt", size: 5, mime_type: "text/plain" };
    const made = await client.ask<WireAttachment>("attachments.create", request);
    const { url = "", method, headers } = made.upload_descriptor ?? {};
    const put = (body: string) => api.fetch(url, { method, headers, body });
    const content = [{ type: "input_text", text: "what is this" }];
    const input = { content, attachments: [made.id] };
    await expect(client.stream("threads.create", { input })).rejects.toThrow("404");
    expect((await put("notes")).status).toBe(204);
    expect((await put("other")).status).toBe(409);
    expect((await api.fetch(url, { method, body: "x" })).status).toBe(401);
    await client.stream("threads.create", { input });
    await client.open(client.thread.id);
    const file = { type: "file", id: made.id, name: "notes.txt", upload_descriptor: null };
    expect(client.thread.items[0]).toMatchObject({ attachments: [file] });
    const kept = await amna.call("GET", `/api/v1/attachments/${made.id}`);
    expect(await kept.text()).toBe("notes");
    const removing = client.ask("attachments.delete", { attachment_id: made.id });
    await expect(removing).rejects.toThrow("409");
    const never = await client.ask<WireAttachment>("attachments.create", request);
    expect(await client.ask("attachments.delete", { attachment_id: never.id })).toEqual({});
  });

  const typesAfter = async (person: TestPerson) => {
    const client = connect(person);
    await client.open("1");
    return typesOf(client).at(-1);
  };
});

describe("threads and items", () => {
  it("can be paged in both orders, renamed, rated and deleted", async () => {
    const amna = await api.signUp();
    const client = connect(amna);
    for (const word of ["soap", "tea", "rice"]) {
      client.thread = { id: "", items: [] };
      await client.say(`add ${word}`);
    }
    const list = (params: object) => client.ask<Page<Thread>>("threads.list", params);
    const first = await list({ limit: 2, order: "desc" });
    expect(first).toMatchObject({ has_more: true, after: "2", data: [{ id: "3" }, { id: "2" }] });
    expect(first.data[0]).toMatchObject({ title: "add rice", status: { type: "active" } });
    const second = await list({ limit: 2, order: "desc", after: first.after });
    expect(second).toMatchObject({ has_more: false, data: [{ id: "1" }] });
    expect((await list({ limit: 1, order: "asc" })).data).toMatchObject([{ id: "1" }]);

    const items = (params: object) => client.ask<Page<ThreadItem>>("items.list", params);
    const all = await items({ thread_id: "1", order: "asc" });
    expect(all).toMatchObject({ has_more: false, data: [{}, {}, {}] });
    const newest = await items({ thread_id: "1", limit: 1 });
    expect(newest).toMatchObject({ has_more: true, data: [all.data[2]] });
    const rest = await items({ thread_id: "1", after: newest.after });
    expect(rest).toEqual({ has_more: false, data: [all.data[1], all.data[0]] });

    const renamed = await client.ask<Thread>("threads.update", { thread_id: "1", title: " Milk " });
    expect(renamed.title).toBe("Milk");
    await expect(client.ask("threads.update", { thread_id: "1", title: " " })).rejects.toThrow(
      "422",
    );

    const ids = [all.data[2]?.id];
    const rate = (kind: string, item_ids: unknown[]) =>
      client.ask("items.feedback", { thread_id: "1", item_ids, kind });
    expect(await rate("positive", ids)).toEqual({});
    expect(await rate("negative", ids)).toEqual({});
    const kept = await api.app.db.feedback.findMany({ where: { userId: amna.id } });
    expect(kept).toMatchObject([{ kind: "negative", itemId: ids[0] }]);
    await expect(rate("positive", ["nothing"])).rejects.toThrow("404");

    expect(await client.ask("threads.delete", { thread_id: "1" })).toEqual({});
    await expect(client.open("1")).rejects.toThrow("404");
    expect(await api.app.db.feedback.count({ where: { userId: amna.id } })).toBe(0);
  });

  it("are not accessible to other users", async () => {
    const [amna, bilal] = [await api.signUp(), await api.signUp("Bilal")];
    const mine = connect(amna);
    await mine.say("add buy milk");
    await mine.say("delete buy milk");
    const { id, widget } = lastWidget(mine);
    const other = connect(bilal);
    for (const [type, params] of [
      ["threads.get_by_id", {}],
      ["threads.update", { title: "x" }],
      ["threads.delete", {}],
      ["items.list", {}],
      ["items.feedback", { item_ids: [], kind: "positive" }],
      ["threads.sync_custom_action", { item_id: id, action: widget.confirm?.action }],
    ] as const) {
      await expect(other.ask(type, { thread_id: "1", ...params }), type).rejects.toThrow("404");
    }
    await other.say("add eggs");
    // An own thread with the run of another user.
    const stolen = { thread_id: "1", action: widget.confirm?.action };
    await expect(other.stream("threads.custom_action", stolen)).rejects.toThrow("404");
    expect(await titlesOf(amna)).toEqual(["buy milk"]);
    expect((await other.ask<Page<Thread>>("threads.list", {})).data).toHaveLength(1);
  });

  it("reject unsupported operations with their own error", async () => {
    const client = connect(await api.signUp());
    await client.say("add buy milk");
    for (const [type, params, status] of [
      ["threads.add_client_tool_output", { result: {} }, "409"],
      ["threads.add_structured_input", { item_id: "x", input: {} }, "409"],
      ["threads.custom_action", { action: { type: "dance" } }, "4"],
      ["input.transcribe", { audio_base64: "", mime_type: "audio/webm" }, "501"],
      ["threads.dance", {}, "422"],
    ] as const) {
      const asked = client.ask(type, { thread_id: "1", ...params });
      await expect(asked, type).rejects.toThrow(`: ${status}`);
    }
  });
});
