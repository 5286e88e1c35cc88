import { describe, expect, it } from "vitest";
import { type ChatAction, chatReducer, initialChat, shownMessages } from "./chat-state";
import type { Message } from "./message";

const said = (id: string, text: string): Message => ({
  id,
  role: "user",
  createdAt: "2026-11-21T08:00:00Z",
  runId: "r1",
  parts: [{ type: "text", text }],
});

const play = (...actions: ChatAction[]) => actions.reduce(chatReducer, initialChat(null));

describe("chatReducer", () => {
  const begun: ChatAction[] = [
    { type: "say", text: "hello" },
    { type: "begin", runId: "r1", conversationId: 4 },
  ];
  const stored = { id: 4, messages: [said("m1", "hello")], activeRun: null };
  const completed = { type: "run.completed", data: { response: "Hi." } } as const;

  it("keeps what was stored as it was while a run works", () => {
    const state = play(...begun, { type: "stored", conversation: stored });
    expect(state).toMatchObject({ messages: [], saying: "hello", busy: true });
  });

  it("does not forget a new conversation while its page is on the way", () => {
    const state = play(...begun, { type: "stored", conversation: null });
    expect(state).toMatchObject({ conversationId: 4, saying: "hello" });
  });

  it("hands over to what is stored once the run is over", () => {
    const over = play(...begun, { type: "event", runId: "r1", event: completed });
    expect(over).toMatchObject({ busy: false, saying: "hello", live: { status: "completed" } });
    const state = chatReducer(over, { type: "stored", conversation: stored });
    expect(state).toMatchObject({ messages: stored.messages, saying: null, live: null });
  });

  it("does not fall back to what was read before the run was over", () => {
    const over = play(...begun, { type: "event", runId: "r1", event: completed });
    const activeRun = { id: "r1", status: "running" as const, approvals: [], lastSeq: 0 };
    const state = chatReducer(over, { type: "stored", conversation: { ...stored, activeRun } });
    expect(state).toMatchObject({ saying: "hello", live: { status: "completed" } });
  });

  it("keeps an answer in view that is not stored yet, when more is said", () => {
    const over = play(...begun, { type: "event", runId: "r1", event: completed });
    const next = [
      { type: "say", text: "and" },
      { type: "begin", runId: "r2" },
    ] as const;
    const state = next.reduce(chatReducer, over);
    const shown = shownMessages(state).map(({ id, runId, parts }) => [id, runId, parts[0]]);
    expect(shown).toMatchObject([
      [null, "r1", { text: "hello" }],
      [null, "r1", { text: "Hi." }],
      [null, "r2", { text: "and" }],
    ]);
  });

  it("puts a message in the place of an earlier one, and back if it is refused", () => {
    const [first, second] = [said("1", "hello"), said("2", "again")];
    const conversation = { ...stored, messages: [first, second] };
    const said2 = { type: "say", text: "otherwise", replaces: "2" } as const;
    const state = [{ type: "stored", conversation } as const, said2].reduce(
      chatReducer,
      initialChat(conversation),
    );
    expect(state).toMatchObject({ messages: [first], saying: "otherwise", busy: true });
    const refused = chatReducer(state, { type: "refused", detail: "No." });
    expect(refused).toMatchObject({ messages: [first, second], unsent: "otherwise" });
  });

  it("keeps what is said meanwhile behind the answer, until it is stored", () => {
    const text = { type: "message.delta", data: { text: "Hi" } } as const;
    const state = play(
      ...begun,
      { type: "event", runId: "r1", event: text },
      { type: "queue", key: 1, text: "and" },
      { type: "queued", key: 1, runId: "r2" },
    );
    const rows = (of: typeof state) => shownMessages(of).map(({ role, queued }) => [role, queued]);
    expect(rows(state)).toEqual([
      ["user", false],
      ["assistant", false],
      ["user", true],
    ]);
    const over = chatReducer(state, { type: "event", runId: "r1", event: completed });
    const waiting = { ...said("m3", "and"), runId: "r2" };
    const messages = [...stored.messages, waiting];
    const next = chatReducer(over, { type: "stored", conversation: { ...stored, messages } });
    expect(next).toMatchObject({ queued: [], messages });
    // After a reload in the middle, the answer is written in its own place.
    const again = [
      { type: "begin", runId: "r1" },
      { type: "event", runId: "r1", event: text },
    ];
    const reloaded = (again as ChatAction[]).reduce(
      chatReducer,
      initialChat({ ...stored, messages }),
    );
    expect(rows(reloaded)).toEqual(rows(state));
    const refused = chatReducer(state, { type: "unqueued", key: 1, detail: "Too much." });
    expect(refused).toMatchObject({ queued: [], unsent: "and", problem: "Too much.", busy: true });
  });

  it("gives a message back that was not taken", () => {
    const state = play({ type: "say", text: "hello" }, { type: "refused", detail: "Too long." });
    expect(state).toMatchObject({ saying: null, unsent: "hello", problem: "Too long." });
  });

  it("opens another conversation even while a run works in this one", () => {
    const other = { id: 9, messages: [said("m9", "else")], activeRun: null };
    const state = play(...begun, { type: "stored", conversation: other });
    expect(state).toMatchObject({ conversationId: 9, live: null, busy: false });
  });

  it("begins anew while a run works in a conversation that has been reached", () => {
    const reached: ChatAction[] = [...begun, { type: "stored", conversation: stored }];
    const state = play(...reached, { type: "stored", conversation: null });
    expect(state).toMatchObject({ conversationId: null, live: null, saying: null });
  });

  it("ignores events of a run that is no longer shown", () => {
    const state = play(...begun, { type: "event", runId: "r0", event: completed });
    expect(state.live?.status).toBe("running");
  });
});
