import { Agent, type AgentInputItem, Runner, tool } from "@openai/agents";
import { beforeEach, describe, expect, it } from "vitest";
import { answerRequest } from "./answer-request";
import { FakeTools } from "./corpus/fake-tools";
import { BuiltinModel } from "./model";

const model = new BuiltinModel({
  now: () => new Date("2026-11-21T04:00:00Z"),
  timeZone: "Asia/Karachi",
  readTasks: async () => store.tasks.map(({ id, title, completed }) => ({ id, title, completed })),
  answer: answerRequest,
});
const runner = new Runner({ tracingDisabled: true });
let store: FakeTools;

function agents() {
  const make = (name: string, needsApproval = false) =>
    tool({
      name,
      description: name,
      parameters: { type: "object", properties: {}, required: [], additionalProperties: true },
      strict: false,
      needsApproval,
      execute: async (args) =>
        JSON.stringify(store.run({ name, arguments: args as Record<string, unknown> })),
    });
  const tools = [
    ...["create_task", "list_tasks", "get_task", "update_task", "toggle_complete", "get_stats"].map(
      (name) => make(name),
    ),
    make("delete_task", true),
  ];
  const urdu = new Agent({ name: "Urdu specialist", model, tools });
  return new Agent({ name: "Orchestrator", model, tools, handoffs: [urdu] });
}

async function say(input: string | AgentInputItem[]) {
  const deltas: string[] = [];
  const result = await runner.run(agents(), input, { stream: true });
  for await (const event of result) {
    if (event.type === "raw_model_stream_event" && event.data.type === "output_text_delta") {
      deltas.push(event.data.delta);
    }
  }
  await result.completed;
  return { result, deltas };
}

beforeEach(() => {
  store = new FakeTools([
    { id: 3, title: "buy milk" },
    { id: 4, title: "call Ali" },
  ]);
});

describe("the built-in model behind the SDK", () => {
  it("calls a tool and streams the answer word by word", async () => {
    const { result, deltas } = await say("add buy bread tomorrow at 5pm");
    expect(store.tasks.at(-1)).toMatchObject({
      title: "buy bread",
      due_at: "2026-11-22T17:00:00+05:00",
    });
    expect(result.finalOutput).toBe("Added #5 buy bread · tomorrow 17:00.");
    expect(deltas.join("")).toBe(result.finalOutput);
    expect(deltas.length).toBeGreaterThan(4);
    expect(result.lastAgent?.name).toBe("Orchestrator");
  });

  it("hands Urdu over to the specialist and goes on there", async () => {
    const { result } = await say("پہلا کام مکمل کرو");
    expect(result.lastAgent?.name).toBe("Urdu specialist");
    expect(store.tasks[0]?.completed).toBe(true);
    expect(result.finalOutput).toBe("مکمل ہو گیا: #3 buy milk");
  });

  it("hands Roman Urdu over too", async () => {
    const { result } = await say("mere kaam dikhao");
    expect(result.lastAgent?.name).toBe("Urdu specialist");
    expect(result.finalOutput).toBe("Baqi 2 kaam:\n- #3 buy milk\n- #4 call Ali");
  });

  it("waits for the approval of a deletion, and says so when it was kept", async () => {
    const { result } = await say("delete buy mlik");
    const [approval] = result.interruptions;
    expect(approval?.rawItem).toMatchObject({ name: "delete_task", arguments: '{"id":3}' });
    if (approval) result.state.reject(approval);
    const after = await runner.run(agents(), result.state);
    expect(after.finalOutput).toBe("Kept #3 buy milk; nothing was deleted.");
    expect(store.tasks).toHaveLength(2);
  });

  it("deletes after the approval", async () => {
    const { result } = await say("delete buy milk");
    const [approval] = result.interruptions;
    if (approval) result.state.approve(approval);
    const after = await runner.run(agents(), result.state);
    expect(after.finalOutput).toBe("Deleted #3 buy milk.");
    expect(store.tasks.map(({ id }) => id)).toEqual([4]);
  });

  it("asks which of two tasks is meant and understands the answer", async () => {
    store = new FakeTools([
      { id: 3, title: "call Ali about rent" },
      { id: 4, title: "call Ali about dinner" },
    ]);
    const first = await say("complete call ali");
    expect(first.result.finalOutput).toContain("Which one do you want to complete?");
    const { result } = await say([
      ...first.result.history,
      { role: "user", content: "the second one" },
    ]);
    expect(result.finalOutput).toBe("Completed #4 call Ali about dinner.");
  });

  it("stops when it is told to", async () => {
    const request = {
      input: "hello",
      modelSettings: {},
      tools: [],
      outputType: "text" as const,
      handoffs: [],
      tracing: false,
      signal: AbortSignal.abort(),
    };
    await expect(model.getResponse(request)).rejects.toThrow();
  });
});
