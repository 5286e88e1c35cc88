import { describe, expect, it } from "vitest";
import { ChatStream } from "./chat-stream";

interface CallDelta {
  id?: string;
  index?: number;
  function: { name?: string; arguments?: unknown };
  extra_content?: { google: { thought_signature: string } };
}

/** The calls that a client assembles from the rewritten deltas. */
function callsIn(...deltas: CallDelta[]) {
  const stream = new ChatStream();
  const calls: { id: string; name: string; arguments: string }[] = [];
  for (const delta of deltas) {
    const chunk = stream.rewrite({ choices: [{ delta: { tool_calls: [delta] } }] });
    for (const { index, id, function: part } of chunk.choices?.[0]?.delta?.tool_calls ?? []) {
      calls[index ?? -1] ??= { id: id ?? "", name: "", arguments: "" };
      const call = calls[index ?? -1];
      if (!call) continue;
      call.name += part?.name ?? "";
      call.arguments += part?.arguments ?? "";
    }
  }
  return { calls, last: stream.end() };
}

const [milk, bread] = ['{"title":"milk"}', '{"title":"bread"}'];
const both = [
  { name: "create_task", arguments: milk },
  { name: "create_task", arguments: bread },
];

describe("tool calls in a stream", () => {
  it.each<[string, CallDelta[]]>([
    [
      "with split arguments, as OpenAI sends them",
      [
        { index: 0, id: "a", function: { name: "create_task", arguments: "" } },
        { index: 0, function: { arguments: milk } },
        { index: 1, id: "b", function: { name: "create_task", arguments: '{"title"' } },
        { index: 1, function: { arguments: ':"bread"}' } },
      ],
    ],
    [
      "complete and without an index",
      [
        { id: "a", function: { name: "create_task", arguments: milk } },
        { id: "b", function: { name: "create_task", arguments: bread } },
      ],
    ],
    [
      "all at index 0",
      [
        { index: 0, id: "a", function: { name: "create_task", arguments: milk } },
        { index: 0, id: "b", function: { name: "create_task", arguments: bread } },
      ],
    ],
    [
      "without index or id",
      [
        { id: "", function: { name: "create_task", arguments: milk } },
        { id: "", function: { name: "create_task", arguments: bread } },
      ],
    ],
    [
      "with name and id in every delta",
      [
        { index: 0, id: "a", function: { name: "create_task", arguments: '{"title"' } },
        { index: 0, id: "a", function: { name: "create_task", arguments: ':"milk"}' } },
        { index: 1, function: { name: "create_task", arguments: '{"title"' } },
        { index: 1, function: { name: "create_task", arguments: ':"bread"}' } },
      ],
    ],
    [
      "under one id, at two indexes",
      [
        { index: 0, id: "a", function: { name: "create_task", arguments: milk } },
        { index: 1, id: "a", function: { name: "create_task", arguments: bread } },
      ],
    ],
    [
      "under one id, at one index",
      [
        { index: 0, id: "a", function: { name: "create_task", arguments: milk } },
        { index: 0, id: "a", function: { name: "create_task", arguments: bread } },
      ],
    ],
    [
      "each of them twice",
      [
        { index: 0, id: "a", function: { name: "create_task", arguments: milk } },
        { index: 0, id: "a", function: { name: "create_task", arguments: milk } },
        { index: 1, id: "b", function: { name: "create_task", arguments: bread } },
        { index: 1, id: "b", function: { name: "create_task", arguments: bread } },
      ],
    ],
    [
      "with arguments that are objects",
      [
        { index: 0, id: "a", function: { name: "create_task", arguments: { title: "milk" } } },
        { index: 1, id: "b", function: { name: "create_task", arguments: { title: "bread" } } },
      ],
    ],
  ])("%s are assembled into two calls", (_, deltas) => {
    const { calls } = callsIn(...deltas);
    expect(calls).toMatchObject(both);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
  });

  it("put their signatures into the last chunk, by call id", () => {
    const { calls, last } = callsIn(
      {
        function: { name: "create_task", arguments: milk },
        extra_content: { google: { thought_signature: "signed==" } },
      },
      { function: { name: "create_task", arguments: bread } },
    );
    const state = JSON.parse(last?.choices?.[0]?.delta?.reasoning ?? "{}");
    expect(state.signatures).toEqual({ [calls[0]?.id ?? ""]: "signed==" });
  });
});

it("reads content that is a list of parts, with the thoughts among them", () => {
  const stream = new ChatStream();
  const thinking = [{ type: "text", text: "They greet." }];
  const content = [{ type: "thinking", thinking }, { type: "text", text: "Hel" }, { text: "lo." }];
  const chunk = stream.rewrite({ choices: [{ delta: { content } }] });
  expect(chunk.choices?.[0]?.delta?.content).toBe("Hello.");
  expect(JSON.stringify(stream.end())).toContain("They greet.");
});
