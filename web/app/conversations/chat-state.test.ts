import { describe, expect, it } from "vitest";
import { type ChatAction, chatReducer, initialChat } from "./chat-state";
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
    const activeRun = { id: "r1", status: "running", lastSeq: 0 } as const;
    const state = chatReducer(over, { type: "stored", conversation: { ...stored, activeRun } });
    expect(state).toMatchObject({ saying: "hello", live: { status: "completed" } });
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
