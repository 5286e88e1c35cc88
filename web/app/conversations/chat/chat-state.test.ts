import { describe, expect, it } from "vitest";
import type { Message } from "#app/conversations/messages/message";
import { type ChatAction, chatReducer, initialChat, shownMessages } from "./chat-state";

const userMessage = (id: string, text: string): Message => ({
  id,
  role: "user",
  createdAt: "2026-11-21T08:00:00Z",
  runId: "r1",
  parts: [{ type: "text", text }],
});

const play = (...actions: ChatAction[]) => actions.reduce(chatReducer, initialChat(null));

describe("chatReducer", () => {
  const begun: ChatAction[] = [
    { type: "send", text: "hello" },
    { type: "started", runId: "r1", conversationId: 4 },
  ];
  const stored = { id: 4, messages: [userMessage("m1", "hello")], activeRun: null };
  const completed = { type: "run.completed", data: { response: "Hi." } } as const;

  it("does not update stored messages while a run is running", () => {
    const state = play(...begun, { type: "stored", conversation: stored });
    expect(state).toMatchObject({ messages: [], pendingText: "hello", busy: true });
  });

  it("keeps a new conversation while the page navigates to it", () => {
    const state = play(...begun, { type: "stored", conversation: null });
    expect(state).toMatchObject({ conversationId: 4, pendingText: "hello" });
  });

  it("shows the stored messages once the run is over", () => {
    const over = play(...begun, { type: "event", runId: "r1", event: completed });
    expect(over).toMatchObject({
      busy: false,
      pendingText: "hello",
      live: { status: "completed" },
    });
    const state = chatReducer(over, { type: "stored", conversation: stored });
    expect(state).toMatchObject({ messages: stored.messages, pendingText: null, live: null });
  });

  it("ignores a conversation that was read before the run was over", () => {
    const over = play(...begun, { type: "event", runId: "r1", event: completed });
    const activeRun = { id: "r1", status: "running" as const, approvals: [], lastSeq: 0 };
    const state = chatReducer(over, { type: "stored", conversation: { ...stored, activeRun } });
    expect(state).toMatchObject({ pendingText: "hello", live: { status: "completed" } });
  });

  it("keeps an answer that is not stored yet when the next message is sent", () => {
    const over = play(...begun, { type: "event", runId: "r1", event: completed });
    const next = [
      { type: "send", text: "and" },
      { type: "started", runId: "r2" },
    ] as const;
    const state = next.reduce(chatReducer, over);
    const shown = shownMessages(state).map(({ id, runId, parts }) => [id, runId, parts[0]]);
    expect(shown).toMatchObject([
      [null, "r1", { text: "hello" }],
      [null, "r1", { text: "Hi." }],
      [null, "r2", { text: "and" }],
    ]);
  });

  it("replaces a message, and restores it if the new one is refused", () => {
    const [first, second] = [userMessage("1", "hello"), userMessage("2", "again")];
    const conversation = { ...stored, messages: [first, second] };
    const replacing = { type: "send", text: "otherwise", replaces: "2" } as const;
    const state = [{ type: "stored", conversation } as const, replacing].reduce(
      chatReducer,
      initialChat(conversation),
    );
    expect(state).toMatchObject({ messages: [first], pendingText: "otherwise", busy: true });
    const refused = chatReducer(state, { type: "refused", detail: "No." });
    expect(refused).toMatchObject({ messages: [first, second], unsent: "otherwise" });
  });

  it("shows queued messages behind the answer until they are stored", () => {
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
    const waiting = { ...userMessage("m3", "and"), runId: "r2" };
    const messages = [...stored.messages, waiting];
    const next = chatReducer(over, { type: "stored", conversation: { ...stored, messages } });
    expect(next).toMatchObject({ queued: [], messages });
    // After a reload, the answer streams at the same place.
    const again = [
      { type: "started", runId: "r1" },
      { type: "event", runId: "r1", event: text },
    ];
    const reloaded = (again as ChatAction[]).reduce(
      chatReducer,
      initialChat({ ...stored, messages }),
    );
    expect(rows(reloaded)).toEqual(rows(state));
    const refused = chatReducer(state, { type: "queueRefused", key: 1, detail: "Too much." });
    expect(refused).toMatchObject({ queued: [], unsent: "and", problem: "Too much.", busy: true });
  });

  it("returns the text of a refused message", () => {
    const state = play({ type: "send", text: "hello" }, { type: "refused", detail: "Too long." });
    expect(state).toMatchObject({ pendingText: null, unsent: "hello", problem: "Too long." });
  });

  it("opens another conversation while a run is running", () => {
    const other = { id: 9, messages: [userMessage("m9", "else")], activeRun: null };
    const state = play(...begun, { type: "stored", conversation: other });
    expect(state).toMatchObject({ conversationId: 9, live: null, busy: false });
  });

  it("opens a new conversation while a run is running", () => {
    const reached: ChatAction[] = [...begun, { type: "stored", conversation: stored }];
    const state = play(...reached, { type: "stored", conversation: null });
    expect(state).toMatchObject({ conversationId: null, live: null, pendingText: null });
  });

  it("ignores events of a run that is no longer shown", () => {
    const state = play(...begun, { type: "event", runId: "r0", event: completed });
    expect(state.live?.status).toBe("running");
  });
});
